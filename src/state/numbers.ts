import type { Shown } from '../numbers/digits.js';
import type { ExactValue } from '../numbers/proof.js';
import type { Failure } from '../trace/evaluate-trace.js';

/** The numbers of one iteration: doubles at once, digits proven on demand. */
export interface Numbers {
  readonly iteration: number;
  /** The double, `undefined` where there is none (or it overflowed or underflowed: then only the decimals know). */
  double(ref: string): number | undefined;
  /** The number at so many significant digits, as far as it is known by now. */
  show(ref: string, digits: number): Shown | undefined;
  /** Why a reference has no value, where it has none. */
  failure(ref: string): Failure | undefined;
  /** Conventions used at a kink on the way to this value (relu′(0) = 0): one sentence each. */
  kinks(ref: string): readonly string[];
  /** Prove (or correct) the digits of these references. Resolves to whether anything shown may have changed. */
  confirm(refs: readonly string[], digits: number, options?: ConfirmOptions): Promise<boolean>;
  /** The exact fraction where the value is rational and short, otherwise 30 significant digits. */
  exact(ref: string, options?: ConfirmOptions): Promise<ExactValue>;
}

export interface ConfirmOptions {
  readonly signal?: AbortSignal;
  /** Called with how many iterations have been replayed in decimals. */
  readonly onProgress?: (done: number) => void;
}
