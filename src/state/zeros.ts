import type { Formula } from '../formula/formula.js';
import { name } from '../formula/build.js';
import { evaluate } from '../interpret/evaluate.js';
import { NoValue } from '../numbers/number-system.js';
import { Polynomials, type Polynomial } from '../numbers/polynomial.js';
import type { IsZero } from '../numbers/proof.js';
import { evaluateTrace } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';

/**
 * Which formulas over references are exactly 0 because everything in them cancels, at an iteration. After the first
 * update a trained parameter is any number: what cancels then cancels for all of them.
 */
export function cancelling(trace: Trace, iteration: number): (formula: Formula) => boolean {
  const system = new Polynomials();
  const moved = new Set(trace.moved);
  const start = [...trace.setup.given, ...trace.state].map(({ name: each, text }) => {
    const isMoved = iteration > 0 && moved.has(each);
    return [each, isMoved ? system.named(each) : system.read(text)] as const;
  });
  const outcomes = evaluateTrace(trace, new Map(start), system);
  const valueOf = (ref: string): Polynomial => {
    const outcome = outcomes.get(ref);
    return outcome && 'value' in outcome ? outcome.value : null;
  };
  return (formula) => {
    try {
      return evaluate(formula, valueOf, system)?.size === 0;
    } catch (error) {
      if (error instanceof NoValue) return false;
      throw error;
    }
  };
}

/** Which values of an iteration are exactly 0 because everything in them cancels. */
export function zerosOf(trace: Trace, iteration: number): IsZero {
  const cancels = cancelling(trace, iteration);
  return (ref) => cancels(name(ref));
}
