import type { IsZero } from '../numbers/proof.js';
import { Polynomials } from '../numbers/polynomial.js';
import { evaluateTrace } from '../trace/evaluate-trace.js';
import type { Trace } from '../trace/step.js';

/**
 * Which values of an iteration are exactly 0 because everything in them cancels. After the first update a trained
 * parameter is any number: what cancels then cancels for all of them.
 */
export function zerosOf(trace: Trace, iteration: number): IsZero {
  const system = new Polynomials();
  const { given, trained } = trace.setup;
  const start = given.map(({ name, text }) => {
    const isMoved = iteration > 0 && trained.has(name);
    return [name, isMoved ? system.named(name) : system.read(text)] as const;
  });
  const outcomes = evaluateTrace(trace, new Map(start), system);
  return (ref) => {
    const outcome = outcomes.get(ref);
    return outcome !== undefined && 'value' in outcome && outcome.value?.size === 0;
  };
}
