import { elementOf } from '../program/expression.js';
import { ownName, sharedName } from '../trace/optimiser-state.js';
import type { UpdateRule } from './lesson.js';

/** The names that updates bring in: those with a value at every iteration, and those that an update gives. */
export interface UpdateNames {
  /** Settings and the optimisers' state: `rate`, `w5.v`. */
  readonly values: ReadonlySet<string>;
  /** `w5.mhat` in `update/w5.mhat`, the state's names among them. */
  readonly updates: ReadonlySet<string>;
}

/** @param parameters the names that may be trained: elements, and tensors whole */
export function updateNames(rules: readonly UpdateRule[], parameters: Iterable<string>): UpdateNames {
  const names = [...parameters];
  const values = new Set<string>();
  const updates = new Set<string>();
  for (const { settings, state, shared, lines } of new Set(rules.map(({ optimiser }) => optimiser))) {
    Object.keys(settings).forEach((each) => values.add(each));
    Object.keys(shared).forEach((each) => values.add(sharedName(each)));
    for (const parameter of names) {
      for (const each of Object.keys(state)) {
        const own = ownName(parameter, each);
        values.add(own).add(elementOf(own).tensor);
      }
    }
    for (const { name, once } of lines) {
      for (const each of once ? [sharedName(name)] : names.map((parameter) => ownName(parameter, name))) {
        updates.add(each).add(elementOf(each).tensor);
      }
    }
  }
  return { values, updates };
}
