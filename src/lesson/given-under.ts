import { elementOf } from '../program/expression.js';
import type { Given } from '../program/program.js';
import type { Choice } from './lesson.js';

/** The given numbers under choices: what a choice brings for a tensor stands in for the lesson's of the same name. */
export function givenUnder(given: readonly Given[], choices: readonly Choice[]): readonly Given[] {
  const brought = choices.flatMap((choice) => choice.given ?? []);
  if (brought.length === 0) return given;
  const belongsTo = (tensor: string) => (each: Given) => elementOf(each.name).tensor === tensor;
  const instead = new Set(brought.map(({ name }) => elementOf(name).tensor));
  const placed = new Set<string>();
  const kept = given.flatMap((each) => {
    const { tensor } = elementOf(each.name);
    if (!instead.has(tensor)) return [each];
    if (placed.has(tensor)) return [];
    placed.add(tensor);
    return brought.filter(belongsTo(tensor));
  });
  return [...kept, ...brought.filter(({ name }) => !placed.has(elementOf(name).tensor))];
}
