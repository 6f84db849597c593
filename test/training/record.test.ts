import { describe, expect, test } from 'vitest';
import type { Formula } from '../../src/formula/formula.js';
import { record } from '../../src/interpret/record.js';
import { Opcode, type Tape } from '../../src/interpret/tape.js';
import { readFormula } from '../../src/program/read-formula.js';
import { advance, lossAt } from '../../src/training/advance.js';
import { record as recordTrace } from '../../src/training/record.js';
import { mazur } from '../trace/mazur.js';

/** A tape of lines `name = formula`. A line `next_a` gives the new value of a parameter `a`. */
async function tapeOf(text: string, constants: Readonly<Record<string, number>> = {}, loss = 'loss'): Promise<Tape> {
  const lines: { ref: string; computed: Formula }[] = [];
  for (const line of text.trim().split('\n')) {
    const [name = '', formula = ''] = line.split('=').map((part) => part.trim());
    lines.push({ ref: name, computed: await readFormula(formula) });
  }
  const updated = lines.map(({ ref }) => ref).filter((ref) => ref.startsWith('next_'));
  return record({
    assignments: lines,
    parameters: updated.map((update) => ({ name: update.slice('next_'.length), update })),
    constants: new Map(Object.entries(constants)),
    loss,
  });
}

/** The instructions, by name. */
function opcodesIn(code: Int32Array): readonly string[] {
  const names = Object.entries(Opcode);
  const found: string[] = [];
  for (let at = 0; at < code.length;) {
    const [name = '', opcode] = names.find(([, each]) => each === code[at])!;
    found.push(name);
    at += lengthOf(opcode, code, at);
  }
  return found;
}

function lengthOf(opcode: number, code: Int32Array, at: number): number {
  switch (opcode) {
    case Opcode.sum:
    case Opcode.product:
      return 3 + code[at + 2]!;
    case Opcode.sumOfProducts:
      return 4 + 2 * code[at + 2]! + code[at + 3]!;
    case Opcode.call:
      return 4 + code[at + 3]!;
    case Opcode.twoProductsAdd:
      return 7;
    case Opcode.twoProducts:
    case Opcode.mulMulSub:
      return 6;
    case Opcode.mulAdd:
    case Opcode.mulSub:
    case Opcode.call2:
      return 5;
    case Opcode.move:
    case Opcode.neg:
    case Opcode.exp:
    case Opcode.log:
    case Opcode.sigmoid:
    case Opcode.tanh:
      return 3;
    default:
      return 4;
  }
}

describe('what is recorded', () => {
  test('the worked example takes 28 instructions for an update, 15 for the loss', () => {
    const tape = recordTrace(mazur());
    expect(tape.parameters).toEqual(['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8']);
    const update = opcodesIn(tape.update);
    const count = (name: string): number => update.filter((each) => each === name).length;
    expect([count('twoProductsAdd'), count('sigmoid'), count('sigmoidSlope'), count('mulMulSub')]).toEqual([
      4, 4, 4, 8,
    ]);
    expect([count('sub'), count('mul'), count('twoProducts')]).toEqual([2, 4, 2]);
    expect(update).toHaveLength(28);
    expect(opcodesIn(tape.loss)).toHaveLength(15);
  });

  test('the same computation is done once', async () => {
    const tape = await tapeOf('s = exp(a)\nt = exp(a)\nloss = s + t\nnext_a = a');
    expect(opcodesIn(tape.loss)).toEqual(['exp', 'add']);
  });

  test('factors 1, aliases, constants and what nobody needs cost nothing', async () => {
    const tape = await tapeOf('b = a*1\nc = 2*3 + k\nd = exp(a)\nloss = b*c/1\nnext_a = a', { k: 4 });
    expect(opcodesIn(tape.loss)).toEqual(['mul']);
    expect(lossAt(tape, Float64Array.of(7))).toBe(70);
    expect(tape.update).toHaveLength(0);
  });

  test('an op without a function on doubles is expanded; one without an opcode is called', async () => {
    const tape = await tapeOf('loss = relu(a) + max(a, 2) + erf(a)\nnext_a = a');
    expect(opcodesIn(tape.loss)).toEqual(['call2', 'call2', 'call1', 'sum']);
    expect(lossAt(tape, Float64Array.of(1))).toBeCloseTo(1 + 2 + 0.8427007929497149, 14);
  });

  test('sums and products of many keep the order of their roundings', async () => {
    const constants = { b: 1e16, c: -1e16, d: 3 };
    const tape = await tapeOf('loss = a + b + c + d\nnext_a = a', constants);
    expect(lossAt(tape, Float64Array.of(1))).toBe(1 + 1e16 - 1e16 + 3);
    const mixed = await tapeOf('loss = a + b*d + c*d + a*d + d\nnext_a = a', constants);
    expect(lossAt(mixed, Float64Array.of(1))).toBe(1 + 1e16 * 3 + -1e16 * 3 + 1 * 3 + 3);
    const product = await tapeOf('loss = a*b*d*a*c\nnext_a = a', constants);
    expect(lossAt(product, Float64Array.of(0.1))).toBe(0.1 * 1e16 * 3 * 0.1 * -1e16);
  });

  test('a name that nothing gives is refused', async () => {
    await expect(tapeOf('loss = a*q\nnext_a = a')).rejects.toThrow('q');
  });
});

describe('new values', () => {
  const start = Float64Array.of(2, 3);

  test.each([
    ['each from its own', 'next_a = a + 1\nnext_b = b*2', [3, 6]],
    ['traded', 'next_a = b\nnext_b = a', [3, 2]],
    ['both from the first', 'next_a = a + b\nnext_b = a*b', [5, 6]],
    ['the second needs the old first', 'next_a = 10*a\nnext_b = a + b', [20, 5]],
    ['the first goes on into the second', 'next_a = a + b\nnext_b = next_a*a', [5, 10]],
    ['one number for both', 'next_a = a + b\nnext_b = a + b', [5, 5]],
    ['constant', 'next_a = 7\nnext_b = a', [7, 2]],
    ['unchanged', 'next_a = a\nnext_b = b', [2, 3]],
  ])('%s', async (_, lines, expected) => {
    const tape = await tapeOf(`loss = a*b\n${lines}`);
    expect([...advance(tape, start, 1)]).toEqual(expected);
    expect([...advance(tape, advance(tape, start, 1), 1)]).toEqual([...advance(tape, start, 2)]);
    expect([...start]).toEqual([2, 3]);
  });

  test('the loss is that of the old values and leaves them', async () => {
    const tape = await tapeOf('next_a = a + 1\nloss = next_a*a');
    expect(lossAt(tape, Float64Array.of(4))).toBe(20);
    expect(tape.loss.includes(tape.lossSlot)).toBe(true);
    expect([...advance(tape, Float64Array.of(4), 3)]).toEqual([7]);
  });
});
