import { beforeAll, describe, expect, it } from 'vitest';
import { sentence } from '../../src/complaint.js';
import { checkGiven } from '../../src/program/check-program.js';
import { writtenProgramOf } from '../../src/program/expression.js';
import { withLines } from '../../src/program/program.js';
import { readFormula } from '../../src/program/read-formula.js';
import { readLines, readProgram } from '../../src/program/read-program.js';
import { complaintsOf } from './complaints-of.js';

const program = (...lines: readonly string[]): string => lines.join('\n');

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readFormula('x')), 60_000);

describe('a program', () => {
  it('keeps each line as written, with its number, and knows what it is given', async () => {
    const text = program('# a neuron', 'net = w*x + b   # weighted', '', '  out = sigmoid(net)', 'L = (t - out)^2');
    const { lines, given } = await readProgram(text, { loss: 'L' });
    expect(lines.map(({ name, text, line }) => [name, text, line])).toEqual([
      ['net', 'net = w*x + b', 2],
      ['out', 'out = sigmoid(net)', 4],
      ['L', 'L = (t - out)^2', 5],
    ]);
    expect(given).toEqual(['w', 'x', 'b', 't']);
  });

  it('takes other lines of the same name in place of its own', async () => {
    const own = await readProgram(program('net = w*x + b', 'L = net^2'), { loss: 'L' });
    const { lines } = await readLines('net = w*x + b_h1');
    const changed = writtenProgramOf(withLines(own.lines, lines));
    expect(changed.lines.map(({ text }) => text)).toEqual(['net = w*x + b_h1', 'L = net^2']);
    expect(changed.given).toEqual(['w', 'x', 'b_h1']);
  });
});

describe('what is wrong with a program is said in a sentence that names the thing, the place and the fix', () => {
  // prettier-ignore
  it.each([
    ['no line', program('', '# nothing'), 'line 1, column 1: The program is empty: write one line for each quantity'],
    ['no =', program('L = w', 'w*x'), 'line 2, column 1: `w*x` gives no name: write a line as `name = formula`.'],
    ['no name', program(' = w*x'), 'column 2: The name before the `=` is missing: write a line as'],
    ['no formula', program('L ='), 'line 1, column 4: Nothing gives `L`: write a formula after the `=`.'],
    ['a bad name', program('2L = w'), '`2L` is not a name: use letters, digits and `_`'],
    ['an expression on the left', program('L + 1 = w'), '`L + 1` is not a name: use letters'],
    ['an index on the left', program('h[2,1] = w', 'L = w'), 'On the left, indices are small letters that range over all elements, `h[i]`'],
    ['a function on the left', program('exp = w', 'L = w'), '`exp` is the name of a function or constant: choose another name.'],
    ['a reserved word on the left', program('NaN = w'), 'line 1, column 1: `NaN` is neither a number nor a name'],
    ['a comparison', program('L == w'), '`L == w` gives no name: write a line as'],
    ['two =', program('L = a = w'), 'line 1, column 7: An assignment (`=`) can\'t stand inside a formula: write each name on a line of its own.'],
    ['a formula that does not parse', program('a = w', 'L = 2a'), 'line 2, column 6: The multiplication sign is missing in `2a`: write `2*a`.'],
    ['a name assigned twice', program('L = w', 'L = v'), 'line 2, column 1: `L` is assigned a second time; line 1 already gives it: give one of them another name'],
    ['a name used before it is given', program('a = w', 'L = net*a', 'net = w'), 'line 2, column 1: `net` is used in line 2 before line 3 gives it: move line 3 above it.'],
    ['a line that uses itself', program('L = L + w'), 'line 1, column 1: `L` uses itself in line 1, a cycle: use another name'],
    ['a cycle', program('a = b*w', 'b = c', 'c = a', 'L = c'), 'line 1, column 1: These lines go round in a cycle: `a` needs `b` needs `c` needs `a` (line 1, line 2, line 3). Change one'],
    ['no line for the loss', program('E = w', 'Los = E'), 'line 2, column 1: No line gives the loss `Loss`. Did you mean `Los`?', 'Loss'],
    ['a loss that is given', program('E = w'), 'The loss `w` is a given number; no line gives the loss `w`. Add a line `w = …`.', 'w'],
    ['a loss that is a list', program('E = w'), '`E, w` is not the name of one scalar: let a line add everything up', 'E, w'],
    ['no loss', program('E = w'), 'Nothing is the name of one scalar: let a line add', ' '],
    ['a loss that nothing can change', program('a = 3', 'L = a^2'), 'line 2, column 1: The loss `L` depends on no given number, so nothing can change it: use a parameter'],
    ['far too long', 'a = w\n'.repeat(1001), 'The program has 1002 lines, more than 1000: make it smaller.'],
  ])('%s', async (_, text, expected, loss = 'L') => {
    const complaints = await complaintsOf(readProgram(text, { loss }));
    expect(complaints.map(sentence)).toEqual([expect.stringContaining(expected)]);
  });

  it('everything at once, by file and line', async () => {
    const text = program('a = sigmod(w)', 'b = 2b2', 'L = a', 'L = b');
    const complaints = await complaintsOf(readProgram(text, { loss: 'L', file: 'my.md', firstLine: 10, indent: 2 }));
    expect(complaints.map(({ at }) => at)).toEqual([
      { file: 'my.md', line: 10, column: 7 },
      { file: 'my.md', line: 11, column: 8 },
      { file: 'my.md', line: 13, column: 3 },
    ]);
  });
});

describe('given numbers belong to the names that a program is given', () => {
  const given = (...names: readonly string[]) => names.map((name) => ({ name, text: '1', role: 'parameter' as const }));

  // prettier-ignore
  it.each([
    ['all there', ['w', 'x'], []],
    ['a missing one', ['w'], ['`x` has no value. Add a line `x: 0.5` to the values, or let a line of the program give it.']],
    ['one too many', ['w', 'x', 'bias'], ['The value of `bias` belongs to no name in the program. Use it in a line, or take it away.']],
    ['a computed one', ['w', 'x', 'L'], ['`L` has a value, but a line computes it: take the value away.']],
  ])('%s', async (_, names, expected) => {
    const read = await readProgram('L = (w*x)^2', { loss: 'L' });
    expect(checkGiven([{ program: read, given: given(...names) }]).map(sentence)).toEqual(expected);
  });

  // prettier-ignore
  it.each([
    ['L = weight^2', ['wieght'], '`weight` has no value. Did you mean `wieght`?'],
    ['L = e^x', ['x'], '`e` has no value. Give it one; or, for the exponential function, write `exp(x)`'],
  ])('%s: the nearest, or what was meant', async (text, names, expected) => {
    const read = await readProgram(text, { loss: 'L' });
    expect(checkGiven([{ program: read, given: given(...names) }]).map(sentence)[0]).toContain(expected);
  });
});
