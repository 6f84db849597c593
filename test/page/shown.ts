import type { Page } from 'playwright';

/** A number as it stands on the page. */
export interface Slot {
  readonly ref: string;
  readonly text: string;
  readonly provisional: boolean;
}

/** Every number slot on the page that a reader can see, shadow roots included. */
export function slotsOn(page: Pick<Page, 'evaluate'>, within = 'bp-lesson'): Promise<Slot[]> {
  return page.evaluate((selector) => {
    const slots: { ref: string; text: string; provisional: boolean }[] = [];
    const visit = (root: Document | ShadowRoot | Element): void => {
      for (const element of root.querySelectorAll('*')) {
        const ref = element.getAttribute('data-number');
        if (ref && element.checkVisibility({ visibilityProperty: true })) {
          slots.push({
            ref,
            text: element.textContent?.trim() ?? '',
            provisional: element.hasAttribute('data-provisional'),
          });
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    const find = (root: Document | ShadowRoot): Element | undefined => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(selector)) return element;
        const inside = element.shadowRoot && find(element.shadowRoot);
        if (inside) return inside;
      }
      return undefined;
    };
    const start = find(document);
    if (start?.shadowRoot) visit(start.shadowRoot);
    return slots;
  }, within);
}

/** The text of a slot as a plain decimal: `−1.9 × 10⁻¹⁷⁴` is `-1.9e-174`. */
export function plainOf(text: string): string {
  return text
    .replaceAll('−', '-')
    .replace(/\s/g, '')
    .replace(
      /[×⋅]10(.*)$/,
      (_, power: string) =>
        `e${[...power].map((each) => ('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(each) >= 0 ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(each) : each === '⁻' ? '-' : each)).join('')}`,
    );
}

/** Digits and exponent of a decimal, by text alone: what is compared must not pass through a double. */
function partsOf(text: string): { minus: boolean; digits: string; exponent: number } {
  const [, sign = '', whole = '', places = '', power = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const all = whole + places;
  const digits = all.replace(/^0+/, '');
  return { minus: sign === '-', digits, exponent: Number(power) + whole.length - (all.length - digits.length) };
}

/**
 * Whether a displayed number is the true value correctly rounded (half away from zero) to so many significant
 * digits. Fewer digits are right only if the true value ends there.
 */
export function isRounded(displayed: string, truth: string, digits: number): boolean {
  const shown = partsOf(plainOf(displayed));
  const { minus, digits: all, exponent } = partsOf(truth);
  if (all === '') return shown.digits === '';
  const up = Number(all[digits] ?? 0) >= 5;
  const kept = (BigInt(all.slice(0, digits).padEnd(digits, '0')) + (up ? 1n : 0n)).toString();
  const strip = (text: string): string => text.replace(/0+$/, '');
  const carried = kept.length > digits ? 1 : 0;
  const complete = shown.digits.length >= digits || strip(shown.digits) === strip(all);
  return (
    shown.minus === minus && strip(shown.digits) === strip(kept) && shown.exponent === exponent + carried && complete
  );
}
