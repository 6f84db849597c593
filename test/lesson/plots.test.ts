import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/complaint.js';
import { elementAt } from '../../src/lesson/plot-element.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { chainText, valleyText } from '../plots/lessons.js';

async function complaintsOf(text: string): Promise<readonly string[]> {
  try {
    await readLesson(text, 'a.md');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.complaints.map(({ message }) => message);
  }
}

test('a lesson carries its plots as data', async () => {
  expect((await readLesson(chainText, 'a.md')).plots).toEqual([
    {
      kind: 'series',
      title: 'How the gradient shrinks',
      of: 'backward/h[t]',
      axis: 'layer',
      scale: 'log',
      compare: 'activation',
      count: { name: 'T', from: 2, to: 30 },
    },
  ]);
  const [first, second] = (await readLesson(valleyText, 'a.md')).plots!;
  expect(first).toMatchObject({ x: { name: 'w1' }, y: { name: 'w2', range: { from: -2, to: 2 } }, updates: 40 });
  expect(second).toMatchObject({ kind: 'paths', compare: 'valley', updates: 50 });
});

test('a lesson without plots has no word of them', async () => {
  expect('plots' in (await readLesson(chainText.replace(/plots:[^]*?---/, '---'), 'a.md'))).toBe(false);
});

describe('what is wrong is said with the fix', () => {
  test.each([
    ['kind: series', 'kind: serie', "`kind` can't be `serie`. Did you mean `series`?"],
    [
      'of: backward/h[t]',
      'of: backward/h[2]',
      '`backward/h[2]` is one number: write `t` where it counts, like `backward/h[t]`.',
    ],
    ['of: backward/h[t]', 'of: backward/g[t]', '`backward/g[1]` leads nowhere: there is no `g[1]`.'],
    ['of: backward/h[t]', 'of: backward/h[t]@3', 'names an iteration'],
    [
      'compare: activation',
      'compare: activations',
      'The lesson has no convention `activations` to compare by. Did you mean `activation`?',
    ],
    ['count: T', 'count: w', "`w` is not a constant, so a reader can't count with it."],
    ['from: 2', 'from: 40', "`T` can't go from 40 to 30: let `to` be the larger one."],
    ['from: 2', 'from: 7', '`T` is 6 in the lesson, and the plot goes from 7 to 30: widen it.'],
    ['to: 30', 'to: many', '`to` has to be a whole number from 1 to 200, not `many`.'],
    ['    count: T\n', '', '`from` says how far the reader may count: name the constant too, `count: T`.'],
    ['scale: log', 'scale: logarithmic', "`scale` can't be `logarithmic`. It can be log or linear."],
    ['    axis: layer\n', '', 'has no `axis`: add a line `axis: …`.'],
    ['axis: layer', 'axis: layer\n    colour: red', 'has no `colour`.'],
  ])('%s → %s', async (right, wrong, sentence) => {
    const found = await complaintsOf(chainText.replace(right, wrong));
    expect(found.join('\n')).toContain(sentence);
  });

  test.each([
    ['x: w1\n    y: {', 'x: w3\n    y: {', '`w3` is not a number that training changes. It can be one of w1, w2.'],
    ['x: w1\n    y: w2', 'x: w2\n    y: w2', '`x` and `y` are both `w2`: take two parameters.'],
    ['from: -2, to: 2', 'from: 2, to: -2', '`y` goes from 2 to -2: let `to` be the larger one.'],
    ['from: -2, to: 2', 'from: -2', '`y` has no `to`'],
    ['from: -2, to: 2', 'from: low, to: 2', '`low` is not a number: write one, like `0.5`.'],
    ['updates: 40', 'updates: 4000', '`updates` has to be a whole number from 1 to 1000, not `4000`.'],
    ['    compare: valley\n', '', 'has no `compare`'],
  ])('%s → %s', async (right, wrong, sentence) => {
    const found = await complaintsOf(valleyText.replace(right, wrong));
    expect(found.join('\n')).toContain(sentence);
  });
});

describe('a reference in which t counts', () => {
  test.each([
    ['backward/h[t]', 3, 'backward/h[3]'],
    ['local/h[t]/h[t-1]', 3, 'local/h[3]/h[2]'],
    ['local/h[t]/h[ t - 1 ]', 1, 'local/h[1]/h0'],
    ['h[t-1,2]', 1, 'h0[2]'],
    ['backward/W[t,2,t]', 4, 'backward/W[4,2,4]'],
    ['backward/total[2]', 4, 'backward/total[2]'],
  ])('%s at %i is %s', (of, step, ref) => {
    expect(elementAt(of, step)).toBe(ref);
  });
});
