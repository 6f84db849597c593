import { gradientOf, parseReference, updateOf, valueReference } from '../trace/reference.js';
import type { Trace } from '../trace/step.js';
import { stepFor } from './walk.js';

/** A step that exists in a trace, and whether it is the one that was asked for. */
export interface Place {
  readonly step: string;
  readonly found: boolean;
}

/**
 * Where a reference leads in this trace. If it is gone (a convention took its line away), the nearest
 * thing to it: the step around it, the same variable in another phase, or the first step.
 */
export function placeOf(trace: Trace, ref: string): Place {
  const exact = stepFor(trace, ref);
  if (exact) return { step: exact.ref, found: true };
  const reference = parseReference(valueReference(ref))?.reference;
  const variable = reference?.kind === 'local' ? reference.by : reference?.name;
  const near = variable === undefined ? undefined : (stepFor(trace, gradientOf(variable)) ?? stepFor(trace, variable));
  // A given number has no step that makes it; where it matters is its gradient.
  return { step: (near ?? trace.walk[0]!).ref, found: reference?.kind === 'value' && near !== undefined };
}

/**
 * The step that made a number, and in which iteration: `E_total@1` is made after one update, `w5@1` by the
 * update before. A given number at the beginning is made by nobody; its gradient stands in.
 */
export function origin(
  trace: Trace,
  iteration: number,
  ref: string,
): { readonly step: string; readonly iteration: number } {
  const parsed = parseReference(ref);
  const at = parsed?.iteration ?? iteration;
  if (parsed?.reference.kind === 'value' && at > 0 && trace.setup.trained.has(parsed.reference.name)) {
    return { step: updateOf(parsed.reference.name), iteration: at - 1 };
  }
  return { step: placeOf(trace, ref.replace(/@\d+$/, '')).step, iteration: at };
}
