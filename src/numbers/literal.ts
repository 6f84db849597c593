import { InputError } from '../complaint.js';

/** A number as read: plain ASCII, with the trailing zeros as typed, and a remark where reading took a guess. */
export interface ReadNumber {
  readonly text: string;
  readonly hint?: string;
}

/** Longest text that is looked at, in characters. */
const longest = 100;

const minusSigns = /[−–‒﹣－]/g;
const tightSpaces = /(?<=\d)[\u00a0\u2007\u2009\u202f](?=\d)/g;
const groupSpaces = /(?<=\d) (?=\d{3}(?!\d))/g;
const power = /10(?:\^\{?([+-]?\d+)\}?|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))$/;
const times = /(?<=[\d.])[×x*·⋅]$/;
const plain = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))(?:e([+-]?\d+))?$/i;

/**
 * Read a number as people type it and as the page prints it: `0.10`, `−3`, `.5`, `2.1 × 10⁻⁴⁸`, `2.1*10^-48`,
 * `1 000`, and `0,5` with a hint. Anything that a double can hold, from about 5e-324 to 1.8e308.
 * @param what the thing it is for, as it stands in a sentence: `w5`, `the learning rate`
 * @throws InputError with one sentence that names `what` and says how to write it
 */
export function readNumber(typed: string, what: string): ReadNumber {
  const refuse = (message: string): never => {
    throw new InputError([{ message, subject: what }]);
  };
  const said = typed.trim();
  if (!said) refuse(`${what} is empty: write a number such as 0.5.`);
  if (said.length > longest) refuse(`The number for ${what} is too long: write at most ${longest} characters.`);
  const compact = said
    .replace(minusSigns, '-')
    .replace(tightSpaces, '')
    .replace(groupSpaces, '')
    .replace(/\\(?:times|cdot)\b/, '×')
    .replace(/\s*([×x*·⋅^])\s*/g, '$1')
    .replace(/^([+-])\s+/, '$1');
  if (/^[+-]?(nan|inf|infinity|∞)$/i.test(compact)) {
    refuse(`${what} must be an ordinary number: “${said}” cannot be computed with. Write a number such as 0.5.`);
  }
  if (/^[+-]?[\d.,]+\s*[/∕⁄]\s*[+-]?[\d.,]+$/.test(compact)) {
    refuse(`“${said}” for ${what} is a fraction: write it as a decimal${decimalOf(compact)}.`);
  }
  const { text, comma } = withoutComma(withoutPower(compact), said, what, refuse);
  const match = plain.exec(text);
  if (!match) return refuse(`“${said}” for ${what} is not a number: write one such as 0.5, -2 or 2.1e-48.`);
  const [, sign = '', whole = '', places = '', bare = '', exponent = '0'] = match;
  const digits = (whole.replace(/^0+(?=\d)/, '') || '0') + (places || bare ? `.${places || bare}` : '');
  const zero = /^[0.]*$/.test(digits);
  const power10 = exponent.replace(/^\+/, '').replace(/^(-?)0+/, '$1');
  const normal = zero ? digits : `${sign === '-' ? '-' : ''}${digits}${/\d/.test(power10) ? `e${power10}` : ''}`;
  if (!Number.isFinite(Number(normal))) {
    refuse(`“${said}” for ${what} is too large to compute with: write a number of at most about 1.79 × 10³⁰⁸.`);
  }
  if (Number(normal) === 0 && !zero) {
    refuse(`“${said}” for ${what} is too close to 0 to compute with: write 0, or at least about 5 × 10⁻³²⁴.`);
  }
  return comma ? { text: normal, hint: `Read ${said} as ${normal}; write a point.` } : { text: normal };
}

/** `2.1×10⁻⁴⁸` and `2.1*10^-48` become `2.1e-48`, and `10^3` becomes `1e3`. */
function withoutPower(text: string): string {
  const match = power.exec(text);
  if (!match) return text;
  const before = text.slice(0, match.index);
  const exponent = match[1] ?? [...match[2]!].map((digit) => '0123456789-+'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺'.indexOf(digit)]).join('');
  if (before === '' || before === '-' || before === '+') return `${before}1e${exponent}`;
  return times.test(before) ? `${before.slice(0, -1)}e${exponent}` : text;
}

/** A comma before other than three digits is a decimal comma; before three it may be a thousands separator. */
function withoutComma(text: string, said: string, what: string, refuse: (message: string) => never): Comma {
  if (!/^[+-]?[\d.]*,[\d.,]*(e[+-]?\d+)?$/i.test(text)) return { text, comma: false };
  const asDecimal = text.replace(',', '.');
  if (/^[+-]?[1-9]\d{0,2},\d{3}(e|$)/i.test(text)) {
    refuse(`“${said}” for ${what} may mean ${text.replace(',', '')} or ${asDecimal}: write it without the comma.`);
  }
  if (plain.test(asDecimal)) return { text: asDecimal, comma: true };
  return refuse(`“${said}” for ${what} has a comma: write digits and at most one point, such as 1234.5.`);
}

interface Comma {
  readonly text: string;
  /** Whether a decimal comma was read as a point. */
  readonly comma: boolean;
}

/** What to write instead of a fraction, where that can be told. */
function decimalOf(text: string): string {
  const [top = '', bottom = ''] = text.split(/[/∕⁄]/);
  const value = Number(top) / Number(bottom);
  return Number.isFinite(value) ? `, such as ${Number(value.toPrecision(12))}` : '';
}
