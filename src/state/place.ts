import { parseReference, valueReference } from '../trace/reference.js';
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
  const around =
    reference?.kind === 'path'
      ? `backward/${reference.name}`
      : reference?.kind === 'local'
        ? `backward/${reference.by}`
        : reference && reference.kind !== 'value' && `backward/${reference.name}`;
  const near = around && stepFor(trace, around);
  return { step: (near || trace.walk[0]!).ref, found: false };
}
