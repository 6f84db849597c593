import { InputError, type Place } from '../complaint.js';
import { readNumber } from '../numbers/literal.js';
import type { WrittenLine } from '../program/expression.js';
import { namesUsed } from '../program/expression.js';
import type { Given, Role } from '../program/program.js';
import { checkName } from '../program/read-program.js';
import { readValue } from '../program/read-value.js';
import { limits } from './limits.js';
import type { Reading } from './read-conventions.js';
import { isCalledParameter, roleOf, saidRole } from './role.js';

/** The name of the learning rate, and its value where no line gives one. */
const rateName = 'rate';
const usualRate = '0.1';

/** A line that gives a number, or those of a vector or matrix: `x = 1.5  # input`. */
export interface GivingLine {
  readonly name: string;
  /** The right side as typed. */
  readonly typed: string;
  /** What its comment says it is for. */
  readonly said: Role | undefined;
  readonly at: Place;
}

const number = /^[-+−–]?\s*(?:\d|\.\d)[\d.]*(?:e[-+−]?\d+)?$/i;

/** The line that gives a number, if this is one: nothing but a number or a list stands on its right side. */
export function givingLine(row: string, at: Place): GivingLine | undefined {
  const [code = '', comment = ''] = row.split(/#(.*)/s);
  const sign = code.indexOf('=');
  const [name, typed] = [code.slice(0, sign).trim(), code.slice(sign + 1).trim()];
  if (sign < 0 || name.includes('[') || !(typed.startsWith('[') || number.test(typed))) return undefined;
  return { name, typed, said: saidRole(comment), at };
}

/** The numbers that lines give, each with what it is for; and the learning rate. */
export function readGiving(
  giving: readonly GivingLine[],
  lines: readonly WrittenLine[],
  { complaints, places }: Reading,
): { readonly given: readonly Given[]; readonly rate: string } {
  const parameters = new Set(
    giving
      .filter(({ name, said }) => said === 'parameter' || (!said && isCalledParameter(name)))
      .map(({ name }) => name),
  );
  const first = new Map<string, GivingLine>();
  const given: Given[] = [];
  let rate = usualRate;
  for (const line of giving) {
    const { name, typed, said, at } = line;
    const complain = (message: string): void => complaints.add({ message, at, subject: name });
    const bad = checkName(name);
    const earlier = first.get(name);
    if (bad) complain(bad);
    else if (earlier) complain(`\`${name}\` has a value already in line ${earlier.at.line}: take one of the two away.`);
    first.set(name, line);
    try {
      if (name === rateName) {
        rate = readNumber(typed, 'the learning rate').text;
        continue;
      }
      const role = said ?? roleOf(name, lines, parameters);
      places.set(name, at);
      for (const [element, text] of Object.entries(readValue(typed, name))) given.push({ name: element, text, role });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      error.complaints.forEach(({ message }) => complain(message));
    }
    if (given.length <= limits.numbers) continue;
    complain(`The program gives more than ${limits.numbers} numbers: make its vectors and matrices smaller.`);
    complaints.refuse();
  }
  for (const line of lines) {
    if (line.name !== rateName && !namesUsed(line).includes(rateName)) continue;
    const message = `\`${rateName}\` is the learning rate here, a number in a line of its own, \`${rateName} = 0.5\`: choose another name.`;
    complaints.add({ message, at: places.get(line)!, subject: rateName });
  }
  return { given, rate };
}
