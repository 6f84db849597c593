import type { Rational } from '../numbers/number-system.js';
import { readRational } from '../numbers/rational.js';
import { elementName, type Expression, type Form } from '../program/expression.js';
import { indicesOf, type LineComplaint, type Shape } from './shape.js';

interface Known {
  readonly shapeOf: (name: string) => Shape;
  /** The text of a given number. */
  readonly textOf: (name: string) => string | undefined;
  readonly complaint: LineComplaint;
}

/** Check what a block asks of its inputs beyond their ranks. What is not given but computed cannot be checked here. */
export function checkRequirements(
  { inputs, requires }: Form,
  actual: ReadonlyMap<string, Expression>,
  { shapeOf, textOf, complaint }: Known,
): void {
  const nameOf = (input: string): string | undefined => {
    const expression = actual.get(input);
    return expression?.kind === 'name' ? expression.name : undefined;
  };
  for (const requirement of requires) {
    const refuse = (size: string, subject?: string): never =>
      complaint.refuse(requirement.sentence.replace('{size}', size), subject);
    if (requirement.kind === 'least') {
      for (const { name, indices } of inputs) {
        const axis = indices.findIndex((index) => index.kind === 'name' && index.name === requirement.letter);
        const size = axis < 0 ? undefined : shapeOf(nameOf(name) ?? '')[axis];
        if (size !== undefined && size < requirement.least) refuse(String(size), nameOf(name));
      }
      continue;
    }
    const name = nameOf(requirement.input);
    if (requirement.kind === 'sums-to-one') {
      if (name !== undefined) for (const total of wrongTotals(name, shapeOf(name), textOf)) refuse(total, name);
      continue;
    }
    const isAllowed = ranges[requirement.kind];
    const expression = actual.get(requirement.input);
    const texts =
      expression?.kind === 'number'
        ? [expression.text]
        : name === undefined
          ? []
          : [...indicesOf(shapeOf(name))].map((index) => textOf(elementName(name, index)));
    for (const text of texts) {
      const value = text === undefined ? undefined : readRational(text);
      if (value && !isAllowed(value)) refuse(text!, name);
    }
  }
}

/** What each number of an input may be. */
const ranges: Readonly<Record<'zeros-and-ones' | 'from-0-below-1', (value: Rational) => boolean>> = {
  'zeros-and-ones': (value) => value.compare(0) === 0 || value.compare(1) === 0,
  'from-0-below-1': (value) => value.compare(0) >= 0 && value.compare(1) < 0,
};

/** What the rows of a given tensor add up to where that is not 1, or where one of them is negative. Exact. */
function* wrongTotals(name: string, shape: Shape, textOf: (name: string) => string | undefined): Generator<string> {
  for (const before of indicesOf(shape.slice(0, -1))) {
    const texts = [...indicesOf(shape.slice(-1))].map((last) => textOf(elementName(name, [...before, ...last])));
    const row = texts.map((text) => (text === undefined ? undefined : readRational(text)));
    const numbers = row.filter((each) => each !== undefined && each !== null);
    if (numbers.length < row.length || numbers.length === 0) continue;
    const total = numbers.reduce((a, b) => a.add(b));
    const negative = numbers.find((each) => each.s < 0n);
    if (total.compare(1) !== 0 || negative)
      yield negative ? 'one of them is negative' : `here they add up to ${totalText(total)}`;
  }
}

const totalText = (total: { n: bigint; d: bigint; s: bigint }): string =>
  String(Number((Number(total.s * total.n) / Number(total.d)).toPrecision(12)));
