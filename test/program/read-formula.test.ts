import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError } from '../../src/complaint.js';
import { sameFormula, type Formula } from '../../src/formula/formula.js';
import { print } from '../../src/interpret/print.js';
import { readCondition, readFormula } from '../../src/program/read-formula.js';
import { arbitraryFormula } from './arbitrary-formula.js';
import { complaintsOf } from './complaints-of.js';

/** The tree in one line: `add(mul(w1, i1), b1)`. */
function tree(formula: Formula): string {
  if (formula.kind === 'number') return formula.text;
  if (formula.kind === 'name') return formula.name;
  if (formula.kind === 'derivative') throw new Error('never read');
  return `${formula.op}(${formula.args.map(tree).join(', ')})`;
}

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readFormula('x')), 60_000);

describe('a formula is read as a tree', () => {
  // prettier-ignore
  it.each([
    ['w1*i1 + w2*i2 + b1', 'add(mul(w1, i1), mul(w2, i2), b1)'],
    ['(target - out)^2 / 2', 'div(pow(sub(target, out), 2), 2)'],
    ['a + b + c + d', 'add(a, b, c, d)'],
    ['a + (b + c)', 'add(a, add(b, c))'],
    ['(a + b) + c', 'add(add(a, b), c)'],
    ['a*b*c', 'mul(a, b, c)'],
    ['a + b - c', 'sub(add(a, b), c)'],
    ['a - b + c', 'add(sub(a, b), c)'],
    ['a - b - c', 'sub(sub(a, b), c)'],
    ['a/b*c', 'mul(div(a, b), c)'],
    ['a*b/c', 'div(mul(a, b), c)'],
    ['a^b^c', 'pow(a, pow(b, c))'],
    ['-a^2', 'neg(pow(a, 2))'],
    ['2^-x', 'pow(2, neg(x))'],
    ['-x + 3', 'add(neg(x), 3)'],
    ['a - -b', 'sub(a, neg(b))'],
    ['+a', 'a'],
    ['0.10*x', 'mul(0.10, x)'],
    ['.5 + 2.1e-48 + 1E3', 'add(.5, 2.1e-48, 1E3)'],
    ['sigmoid(net)', 'sigmoid(net)'],
    ['ln(x)', 'log(x)'],
    ['max(a, b + 1)', 'max(a, add(b, 1))'],
    ['sum(a, b, c)', 'sum(a, b, c)'],
    ['leakyRelu(x)', 'leakyRelu(x, 0.01)'],
    ['leakyRelu(x, 0.2)', 'leakyRelu(x, 0.2)'],
    ['a − b × c · d ÷ f', 'sub(a, div(mul(b, c, d), f))'],
    ['e^x', 'pow(e, x)'],
    ['2*pi*x', 'mul(2, pi(), x)'],
    ['in + to + end', 'add(in, to, end)'],
  ])('%s', async (text, expected) => {
    expect(tree(await readFormula(text))).toBe(expected);
  });

  it('printed and read again, any formula is the same tree', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFormula, async (formula) => {
        const text = print(formula);
        fc.pre(text.length <= 200);
        expect(sameFormula(await readFormula(text), formula), text).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 30_000);
});

describe("what can't be read is refused by a sentence that names the thing, the place and the fix", () => {
  // prettier-ignore
  it.each([
    ['', 1, 'The formula is empty', 'write one'],
    ['   ', 1, 'The formula is empty', 'write one'],
    ['a +', 4, '`+`', 'write what comes next'],
    ['a + * b', 5, 'between `+` and `*`', 'write a name or a number'],
    ['* b', 1, 'can\'t begin with `*`', 'write what comes before'],
    ['a ** b', 3, '`**`', 'write `^`'],
    ['(a + b', 1, '`(` is never closed', 'add the `)`'],
    ['a + b)', 6, '`)` closes nothing', 'take it away'],
    ['a*()', 4, 'nothing between `(` and `)`', 'take both away'],
    ['sigmoid()', 9, 'nothing between `(` and `)`', 'write an input'],
    ['max(a,)', 7, 'between `,` and `)`', 'write a name'],
    ['0,5*x', 2, 'comma', '`0.5`'],
    ['(a, b)', 3, 'comma', 'take it away'],
    ['2z', 2, '`2z`', 'write `2*z`'],
    ['2z(z+1)', 2, '`2z`', 'write `2*z*(…)`'],
    ['2 x', 2 + 1, '`2x`', 'write `2*x`'],
    ['2sigmoid(x)', 2, '`2sigmoid`', 'write `2*sigmoid(…)`'],
    ['a b', 3, '`a b`', 'write `a*b`'],
    ['2(a + b)', 2, '`2(`', 'write `2*(`'],
    ['(a)(b)', 4, '`) (`', 'write `)*(`'],
    ['1 2', 3, '`1 2`', 'write one between'],
    ['z(z+1)', 1, 'no function `z`', 'write `z*(…)`'],
    ['1 + sigmod(x)', 5, 'no function `sigmod`', 'Did you mean `sigmoid`?'],
    ['ReLU(x)', 1, 'no function `ReLU`', 'Did you mean `relu`?'],
    ['leaky_relu(x)', 1, 'no function `leaky_relu`', 'Did you mean `leakyRelu`?'],
    ['config(x)', 1, 'no function `config`', 'the functions are'],
    ['config({})', 8, '`{`', 'use parentheses'],
    ['constructor(x)', 1, '`constructor`', 'choose another'],
    ['sigmoid', 1, '`sigmoid` is a function', '`sigmoid(x)`'],
    ['pi(x)', 1, '`pi` is a number', 'write `pi` alone'],
    ['sigmoid(a, b)', 1, '`sigmoid` takes 1 input and has 2', 'write `sigmoid(x)`'],
    ['bce(a)', 1, '`bce` takes 2 inputs and has 1', 'write `bce('],
    ['leakyRelu(a, b, c)', 1, '`leakyRelu` takes 1 to 2 inputs', 'write `leakyRelu('],
    ['add(a, b)', 1, '`add` is written with its sign', 'write `a + b`'],
    ['a < b', 3, 'comparison (`<`)', 'use `relu`'],
    ['a == b', 3, 'comparison (`==`)', 'use `relu`'],
    ['a = b', 3, 'assignment (`=`)', 'a line of its own'],
    ['a ? b : c', 3, 'choice (`? :`)', 'use `relu`'],
    ['a!', 2, 'factorial', 'write the product'],
    ['"a"', 1, 'quotes', 'take the quotes'],
    ['a\'', 2, 'quotes', 'take the quotes'],
    ['[1, 2]', 1, 'Brackets stand only right after a name', 'give a list or matrix as a value of its own'],
    ['2*h[2,1]', 1, '`h` is about vectors or matrices', 'only single numbers can stand here'],
    ['a % b', 3, 'percent', 'write `/100`'],
    ['|x|', 1, 'Bars', 'write `abs(x)`'],
    ['a; b', 2, 'semicolon', 'one line for each name'],
    ['a .* b', 1, '`times` is about vectors', 'only single numbers can stand here'],
    ['a ./ b', 3, '`./`', 'without its point'],
    ['a.b', 2, 'point', 'take it away'],
    ['1.2.3', 1, '`1.2.3` is not a number', 'write it like'],
    ['3.', 1, '`3.` is not a number', 'write it like'],
    ['x²', 2, 'power', '`x^2`'],
    ['θ + 1', 1, '`θ`', 'use the letters a to z'],
    ['a @ b', 3, '`@`', 'take it away'],
    ['w*1e999', 3, '`1e999` is too large', 'write a number below'],
    ['1e-999', 1, '`1e-999` is too small', 'write 0'],
    ['NaN', 1, '`NaN`', 'write a number'],
    ['2*Infinity', 3, '`Infinity`', 'write a number'],
    ['a mod b', 3, '`mod`', 'use + −'],
    ['{backward/w5}', 1, '`{`', 'use parentheses'],
    [`${'x + '.repeat(60)}x`, 1, '241 characters', 'split it'],
    [`${'(x+'.repeat(45)}x${')'.repeat(45)}`, 1, 'too large', 'split it'],
    ['-'.repeat(199) + 'x', 1, 'too large', 'split it'],
  ])('%s', async (text, column, thing, fix) => {
    const [complaint, ...others] = await complaintsOf(readFormula(text, { file: 'a.md', line: 3 }));
    expect(others).toEqual([]);
    expect(complaint!.at).toEqual({ file: 'a.md', line: 3, column });
    expect(complaint!.message).toContain(thing);
    expect(complaint!.message).toContain(fix);
  });

  it('whatever is typed, there is a formula or a sentence', async () => {
    const pieces = [
      'a',
      'e',
      '2',
      '0.5',
      '+',
      '-',
      '−',
      '*',
      '/',
      '^',
      '(',
      ')',
      ',',
      'max(',
      'exp(',
      'pi',
      ' ',
      '.',
      '=',
      '<',
      '[',
      'é',
    ];
    const typed = fc.oneof(
      fc.string({ unit: fc.constantFrom(...pieces), maxLength: 12 }),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        try {
          await readFormula(text);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          expect(error.complaints[0]!.message).toMatch(/[.?]$/);
          expect(error.message).not.toMatch(/undefined(?!`)|\[object/);
        }
      }),
      { numRuns: 3000 },
    );
  }, 30_000);

  it('counts columns from where the text begins', async () => {
    const [complaint] = await complaintsOf(readFormula('a b', { line: 1, column: 10 }));
    expect(complaint!.at).toEqual({ line: 1, column: 12 });
  });
});

describe('a condition is a formula that is positive where it holds', () => {
  // prettier-ignore
  it.each([
    ['{local/out_o1/net_o1} < 0.2', 'sub(0.2, local/out_o1/net_o1)'],
    ['abs({backward/w5}) > 2*{w5@1}', 'sub(abs(backward/w5), mul(2, w5@1))'],
  ])('%s', async (text, expected) => {
    expect(tree(await readCondition(text))).toBe(expected);
  });

  // prettier-ignore
  it.each([
    ['{w5}', 'compares two things', 'write it like'],
    ['0 < {w5} < 1', 'two things only', 'take one comparison away'],
    ['{w5} <= 1', 'comparison (`<=`)', 'use'],
    ['< 1', 'empty', 'write one'],
  ])('refused: %s', async (text, thing, fix) => {
    const [complaint] = await complaintsOf(readCondition(text));
    expect(complaint!.message).toContain(thing);
    expect(complaint!.message).toContain(fix);
  });
});
