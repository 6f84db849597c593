import type { Formula } from '../formula/formula.js';
import { evaluate } from '../interpret/evaluate.js';
import { float64 } from '../numbers/float64.js';
import { opNamed } from '../ops/known.js';
import { parseReference } from './reference.js';
import type { Trace } from './step.js';

/**
 * The conventions that a derivative relies on because a function has a kink exactly here (relu′(0) = 0).
 * For a local derivative: its line's kinks. For a gradient or a path: those of the lines it goes through next.
 */
export function kinksOf(trace: Trace, ref: string, valueOf: (name: string) => number | undefined): readonly string[] {
  const reference = parseReference(ref)?.reference;
  if (!reference) return [];
  const lines =
    reference.kind === 'local'
      ? [reference.name]
      : reference.kind === 'path'
        ? [reference.via]
        : reference.kind === 'backward'
          ? trace.graph.consumers(reference.name)
          : [];
  const conventions = lines.flatMap((line) => kinksIn(trace.graph.lines.get(line)!.formula, valueOf));
  return [...new Set(conventions)];
}

function kinksIn(formula: Formula, valueOf: (name: string) => number | undefined): readonly string[] {
  if (formula.kind !== 'call') return [];
  const here = (opNamed(formula.op, formula.at).kinks ?? [])
    .filter(({ at }) => evaluate(at(...formula.args), (name) => valueOf(name) ?? NaN, float64) === 0)
    .map(({ convention }) => convention);
  return [...here, ...formula.args.flatMap((arg) => kinksIn(arg, valueOf))];
}
