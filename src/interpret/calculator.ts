import type { Formula } from '../formula/formula.js';
import { evaluate } from './evaluate.js';
import { roundText, showRational } from '../numbers/digits.js';
import { float64 } from '../numbers/float64.js';
import { fraction } from '../numbers/fraction.js';
import { NoValue } from '../numbers/number-system.js';
import { readRational } from '../numbers/rational.js';

/** The digits a pocket calculator works with. */
const calculatorDigits = 15;

/**
 * Whether somebody with a calculator who types the displayed numbers gets the displayed result.
 * Where not, the page says that it computed with unrounded values.
 * @param shownOf the displayed number of each name, as plain text
 * @param result the displayed result, as plain text
 * @param digits the significant digits it is displayed with
 */
export function checksOut(
  formula: Formula,
  shownOf: (name: string) => string,
  result: string,
  digits: number,
): boolean {
  try {
    const typed = calculate(formula, shownOf, digits);
    const [a, b] = [typed, result].map((text) => text && readRational(text));
    return a && b ? a.compare(b) === 0 : typed === result;
  } catch (error) {
    if (error instanceof NoValue) return false;
    throw error;
  }
}

/** What the calculator shows, rounded to the digits: exact arithmetic where it suffices, doubles where not. */
function calculate(formula: Formula, shownOf: (name: string) => string, digits: number): string | undefined {
  const exact = evaluate(formula, (name) => fraction.read(shownOf(name)), fraction);
  if (exact) return showRational(exact, digits).plain;
  const double = evaluate(formula, (name) => float64.read(shownOf(name)), float64);
  return Number.isFinite(double) ? roundText(double.toPrecision(calculatorDigits), digits) : undefined;
}
