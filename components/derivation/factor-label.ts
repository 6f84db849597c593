import {
  isOne,
  namesIn,
  parseReference,
  plainNameOf,
  type Factor,
  type Formula,
  type Lesson,
  type Trace,
} from '../../src/index.js';
import { plainSymbol } from '../formula-text.js';
import { words } from '../words.js';
import { unitName } from './unit.js';

/** What a factor is in plain words: the lesson's name for it, otherwise one made from its kind. */
export function factorLabel({ ref, role, meaning }: Factor, trace: Trace, lesson: Lesson): string {
  const own = plainNameOf(lesson, ref);
  if (own !== undefined) return own;
  const { factors } = words.derivation;
  const reference = parseReference(ref)?.reference;
  if (reference?.kind === 'local') {
    const target = wrongUnit(meaning, trace);
    if (target) return factors.wrong(target);
    return localLabel(reference.name, reference.by, meaning, trace);
  }
  const name = reference?.name ?? ref;
  const target = role === 'upstream' ? wrongUnit(meaning, trace) : undefined;
  return target ? factors.wrong(target) : factors.reaction(plainSymbol(trace.setup.loss), plainSymbol(name));
}

function localLabel(line: string, by: string, meaning: Formula, trace: Trace): string {
  const { factors } = words.derivation;
  if (isOne(meaning)) return factors.unchanged;
  if (meaning.kind === 'name') {
    const name = parseReference(meaning.name)?.reference.name ?? meaning.name;
    const isParameter = trace.setup.given.some((given) => given.name === name && given.role === 'parameter');
    return isParameter ? factors.weight(plainSymbol(name)) : factors.sent(unitName(name, trace));
  }
  const formula = trace.graph.lines.get(line)?.formula;
  if (formula?.kind === 'call' && formula.args.length === 1) return factors.slope(opTitle(formula.op));
  return factors.reaction(plainSymbol(line), plainSymbol(by));
}

/** The neuron whose target the formula compares with, if it does. */
function wrongUnit(meaning: Formula, trace: Trace): string | undefined {
  const names = namesIn(meaning);
  const target = trace.setup.given.find((given) => given.role === 'target' && names.includes(given.name));
  return target && unitName(names.find((name) => name !== target.name) ?? target.name, trace);
}

/** An op's name in running text. */
export const opTitle = (op: string): string => words.derivation.ops[op] ?? op;
