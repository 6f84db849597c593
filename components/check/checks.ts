import {
  checkedInDecimals,
  checkedInDoubles,
  checkGradient,
  decimals,
  evaluateTrace,
  float64,
  parseReference,
  roundText,
  showText,
  type ConfirmOptions,
} from '../../src/index.js';
import type { Scene } from '../scene.js';

/** A check with its numbers as plain text, whatever they were computed in. */
export interface ShownCheck {
  readonly nudged: string;
  /** The only line that sees the nudge; absent where everything downstream does. */
  readonly within?: string;
  readonly measured: string;
  readonly h: string;
  readonly plus: string;
  readonly minus: string;
  readonly numeric: string;
  readonly ours: string;
  readonly difference: string;
  readonly agrees: boolean;
  /** How many digits agree. Absent: all of them. */
  readonly digits?: number;
}

const precision = 60;
/** Shown of 60 digits; the rest is for the difference of two nearly equal losses. */
const shown = 30;

/** The variable that checking a step would nudge; nothing where the step is no derivative. */
export function nudgedBy(ref: string): string | undefined {
  const reference = parseReference(ref)?.reference;
  if (reference?.kind === 'local') return reference.by;
  return reference?.kind === 'backward' || reference?.kind === 'path' ? reference.name : undefined;
}

/** Check the current step in doubles, at once. The two measurements differ late, so they get all their digits. */
export function checkNow({ trace, run, step, state }: Scene): ShownCheck | undefined {
  const outcomes = evaluateTrace(trace, run.givenAt(state.iteration), float64);
  const check = checkGradient(trace, outcomes, step.ref, checkedInDoubles);
  if (!check) return undefined;
  const text = (value: number, digits = state.digits): string => roundText(String(value), digits);
  const { h, plus, minus, numeric, ours, difference, ...rest } = check;
  return {
    ...rest,
    h: showText(h, 1).plain,
    ...{
      plus: text(plus, 15),
      minus: text(minus, 15),
      numeric: text(numeric),
      ours: text(ours),
      difference: text(difference, 2),
    },
    ...agreeing(difference),
  };
}

/** The same in decimals. Loads them the first time; replays every update up to here. */
export async function checkExactly(
  { trace, run, step, state }: Scene,
  options: ConfirmOptions,
): Promise<ShownCheck | undefined> {
  const [system, outcomes] = [await decimals(precision), await run.decimalsAt(state.iteration, precision, options)];
  const check = checkGradient(trace, outcomes, step.ref, checkedInDecimals(system));
  if (!check) return undefined;
  const text = ({ approx }: { approx: { toString(): string } }, digits = shown): string =>
    roundText(approx.toString(), digits);
  const { h, plus, minus, numeric, ours, difference, ...rest } = check;
  return {
    ...rest,
    h: showText(h, 1).plain,
    ...{
      plus: text(plus),
      minus: text(minus),
      numeric: text(numeric),
      ours: text(ours),
      difference: text(difference, 2),
    },
    ...agreeing(difference.approx.toNumber()),
  };
}

const agreeing = (difference: number): { digits?: number } =>
  difference === 0 ? {} : { digits: Math.max(0, Math.floor(-Math.log10(difference))) };
