import type { Numbers } from '../../src/index.js';
import type { PublishedRow } from './compare.js';

/** Digits are proven without asking up to this iteration. */
const lastProven = 200;

/** Prove the digits that decide the verdicts and those shown. Resolves to whether anything may have changed. */
export async function confirmRows(
  rows: readonly (PublishedRow & { readonly numbers: Numbers | undefined })[],
  signal: AbortSignal,
): Promise<boolean> {
  const wanted = new Map<Numbers, Map<number, string[]>>();
  for (const { numbers, ref, printedDigits, ownDigits } of rows) {
    if (!numbers || numbers.iteration > lastProven) continue;
    const byDigits = wanted.get(numbers) ?? new Map<number, string[]>();
    wanted.set(numbers, byDigits);
    for (const digits of [printedDigits, ownDigits]) byDigits.set(digits, [...(byDigits.get(digits) ?? []), ref]);
  }
  let changed = false;
  try {
    for (const [numbers, byDigits] of wanted) {
      for (const [digits, refs] of byDigits) changed = (await numbers.confirm(refs, digits, { signal })) || changed;
    }
  } catch {
    // Stopped, or the decimals could not be loaded: the digits stay provisional, and marked so.
  }
  return changed && !signal.aborted;
}
