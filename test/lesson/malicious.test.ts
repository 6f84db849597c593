import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { InputError, sentence } from '../../src/complaint.js';
import type { Lesson } from '../../src/lesson/lesson.js';
import { readInline, readLesson } from '../../src/read-file.js';
import { smallLesson } from './small-lesson.js';

const folder = new URL('../fixtures/malicious/', import.meta.url);
const corpus = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));
const textOf = (name: string): string => readFileSync(new URL(`${name}.md`, folder), 'utf8');

/** What reading says: sentences, or nothing where the lesson is accepted. Anything but sentences fails the test. */
async function said(text: string, reading: (text: string, file: string) => Promise<Lesson> = readLesson) {
  try {
    await reading(text, 'x.md');
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.complaints.map(sentence);
  }
}

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readLesson(smallLesson, 'small.md')), 60_000);

/** For each file of the corpus what must be said, line by line; those of which nothing is said are accepted. */
// prettier-ignore
const refusals: Readonly<Record<string, readonly (readonly [line: number, said: string])[]>> = {
  aliases: [[17, '`y` must be one text or number'], [21, '`t` must be one text or number']],
  code: [
    [6, '`constructor` can\'t be a name here'], [7, 'no text in quotes'], [8, 'A point stands only inside a number'], [9, 'An assignment (`=`) can\'t stand inside'],
    [10, 'no text in quotes'], [11, 'Braces (`{`) mean nothing'], [12, 'There is no function `ones`'], [13, 'Brackets stand only right after a name'], [14, 'A semicolon can\'t stand'],
    [15, 'A choice (`? :`) can\'t stand'], [17, '`"` can\'t stand in one'], [18, '`__proto__` can\'t be a name here'], [19, '`0e99999999` is simply 0'],
  ],
  crowd: [[18, 'The prose of `lesson` has too much in it to be shown at once']],
  'deep-program': [[6, 'The left side of this line has 181 characters, more than 100'], [9, 'has 226 characters, more than 200'], [10, 'is longer than 50 characters']],
  'duplicate-keys': [[17, 'the same name stands twice in one group']],
  'far-iterations': [[20, '`L@1000000` leads nowhere: this program can be looked at after at most'], [23, '`L@1000000` leads nowhere']],
  'hard-numbers': [],
  html: [],
  'huge-tensors': [[6, 'A sum or vector in line 6 has 12,960,000 terms, more than 2,000: make it smaller.'], [7, 'has 99,999,999 terms'], [8, 'the program has more than 100,000 terms, more than a page can show']],
  links: [
    ...[20, 22, 24, 26, 28, 30, 32, 34, 36, 38, 40, 42, 44, 46, 48, 50, 52].map((line) => [line, '` leads nowhere: write `step:'] as const),
    [56, 'leads nowhere: there is no'], [58, 'names no lesson'],
  ],
  'merge-keys': [[17, '`<<` leads nowhere']],
  numbers: [
    [9, '`1e999` is too large'], [10, '`1e-999` is too small'], [12, '`NaN` is not a number'], [13, '`.inf` is not a number'], [14, '`0x10` is not a number'],
    [16, 'is too long: write a number in at most 100 characters'], [17, 'is too long'], [18, '`1_000` is not a number'], [19, '`1,5` is not a number: write one, like `1.5`'],
  ],
  prototype: [[6, '`__proto__` can\'t be a name here'], [7, '`constructor` can\'t be a name here'], [16, '`settings` has no `__proto__`'], [16, '`settings` has no `constructor`']],
  sources: [17, 18, 19, 20].map((line) => [line, 'is not an address: write it whole, `https://…`'] as const),
  tags: [[3, 'tags (what begins with `!`) are not supported, take it away']],
  'tex-bombs': [[20, '`\\def` can\'t stand in a formula'], [22, '`\\def` can\'t'], [24, '`\\gdef` can\'t'], [24, '`\\newcommand` can\'t'], [24, '`\\let` can\'t']],
  'tex-broken': [],
  'tex-commands': ([
    [20, 'href'], [20, 'url'], [20, 'includegraphics'], [22, 'htmlId'], [22, 'htmlStyle'], [22, 'htmlClass'],
    [24, 'rule'], [24, 'kern'], [24, 'raisebox'], [24, 'hspace*'], [24, '\\['],
  ] as const).map(([line, command]) => [line, `\`\\${command}\` can't stand in a formula: write it without.`] as const),
  'tex-deep': [[20, 'Braces stand more than 20 deep'], [22, 'Braces stand more than 20 deep']],
  'tex-marks': [[20, '`\\htmlClass` can\'t stand'], [20, '`\\htmlData` can\'t stand'], [21, '`\\htmlData` can\'t stand']],
};

describe('a lesson that means harm is refused by sentences, or is harmless', () => {
  it('every file of the corpus is looked at', () => {
    expect(corpus).toEqual(Object.keys(refusals).sort());
  });

  it.each(corpus)('%s', async (name) => {
    const sentences = await said(textOf(name));
    const expected = refusals[name]!;
    if (expected.length === 0) expect(sentences).toEqual([]);
    for (const [line, part] of expected) {
      expect(sentences.filter((each) => each.startsWith(`x.md, line ${line}`)).join('\n')).toContain(part);
    }
    expect(sentences.every((each) => /^x\.md, line \d+(, column \d+)?: [^]*\S\.$/.test(each))).toBe(true);
    expect(sentences.join()).not.toMatch(/undefined|\[object|RangeError|stack/);
  });

  it('leaves no trace in the language', async () => {
    const own = [Object, Array, Function, String, Number, Map, Promise].map(({ prototype }) => prototype as object);
    const properties = (): string =>
      JSON.stringify(
        own.map((each) =>
          Object.entries(Object.getOwnPropertyDescriptors(each)).map(([key, { value }]) => [key, String(value)]),
        ),
      );
    const before = properties();
    for (const name of corpus) await said(textOf(name));
    expect(properties()).toBe(before);
    expect(({} as { harm?: unknown }).harm).toBeUndefined();
  });

  it('HTML, wherever it stands, is kept as text and links keep their scheme', async () => {
    const lesson = await readLesson(textOf('html'), 'html.md');
    expect(lesson.title).toContain('<img src=x');
    const kinds = new Set<string>();
    const hrefs: string[] = [];
    JSON.stringify(lesson.sections, (key, value: unknown) => {
      if (key === 'kind') kinds.add(String(value));
      if (key === 'href') hrefs.push(String(value));
      return value;
    });
    expect([...kinds].sort()).toEqual(['code', 'link', 'list', 'paragraph', 'step', 'text']);
    expect(hrefs).toEqual(['https://example.org/%22onmouseover=%22harm+=1', '#v1/mazur/%22%20onclick=%22harm+=1']);
    expect(Object.getPrototypeOf(lesson.names)).toBe(Object.prototype);
  });
});

const body = (text: string): string => smallLesson.replace('Hello.', () => text);
const front = (text: string): string => smallLesson.replace('\n---\n', () => `\n${text}\n---\n`);
const deep = 10_000;

/** Lessons too big to keep, and what is said of them. Those that are accepted say nothing. */
// prettier-ignore
const generated: readonly (readonly [string, () => string, string])[] = [
  ['ten megabytes', () => body('word '.repeat(2_000_000)), 'The lesson has 10,00'],
  ['a hundred thousand lines', () => body('\n'.repeat(100_000)), 'lines, more than 5,000: make two lessons of it.'],
  ['a very long line', () => front(`summary: ${'a'.repeat(200_000)}`), 'This line has 200,009 characters, more than 100,000: write it as several lines.'],
  ['a very long paragraph', () => body('word '.repeat(2_000)), 'line 52: This paragraph has more than 5000 characters: put blank lines between its parts.'],
  ['a very long text', () => smallLesson.replace('One neuron', 'a'.repeat(5_000)), '`title` has 5000 characters, more than 2000: make it shorter.'],
  ['NUL', () => body('a\0b'), 'line 52, column 2: There is a control character (U+0000)'],
  ['escape sequences', () => smallLesson.replace('One neuron', 'One \x1b[31mneuron'), 'line 3, column 12: There is a control character (U+001B)'],
  ['half a character', () => body('a\uD800b'), 'There is a control character (U+D800)'],
  ['lists in lists in YAML', () => front(`more: ${'['.repeat(deep)}${']'.repeat(deep)}`), 'stand more than 16 deep inside each other'],
  ['groups in groups in YAML', () => front(`more: ${'{a: '.repeat(deep)}1${'}'.repeat(deep)}`), 'stand more than 16 deep inside each other'],
  ['dashes in YAML', () => front(`more:\n  ${'- '.repeat(deep)}x`), 'stand more than 16 deep inside each other'],
  ['indents in YAML', () => front(`more:\n${Array.from({ length: 400 }, (_, i) => `${' '.repeat(i + 1)}a:`).join('\n')} x`), 'stand more than 16 deep inside each other'],
  ['quotations in quotations', () => body('> '.repeat(2_400) + 'x'), 'Quotations are not supported'],
  ['quotations, ten thousand deep', () => body('> '.repeat(deep) + 'x'), 'This paragraph has more than 5000 characters'],
  ['lists in lists', () => body('* a '.concat('* '.repeat(2_400)) + 'x'), ''],
  ['items in items', () => body(Array.from({ length: 60 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')), 'An item of a list must be one paragraph'],
  ['brackets', () => body('['.repeat(2_400) + 'x' + ']'.repeat(2_400)), 'leads nowhere'],
  ['open brackets', () => body('['.repeat(4_900)), ''],
  ['open images', () => body('!['.repeat(2_400)), ''],
  ['parentheses', () => body('[x](' + '('.repeat(2_000) + ')'.repeat(2_000) + ')'), ''],
  ['links in links', () => body('['.repeat(200) + 'x' + '](http://a.b)'.repeat(200)), ''],
  ['emphasis in emphasis', () => body('*'.repeat(2_400) + 'x' + '*'.repeat(2_400)), 'Emphasis and links stand more than 8 deep'],
  ['dollars', () => body('$ '.repeat(2_400)), ''],
  ['a formula of spaces', () => body('$$' + ' '.repeat(4_000) + 'x'), ''],
  ['a formula of braces', () => body(`$${'{'.repeat(400)}${'}'.repeat(400)}$`), 'Braces stand more than 20 deep'],
  ['a formula of roots', () => body(`$${'\\sqrt['.repeat(120)}x${']'.repeat(120)}$`), 'Braces stand more than 20 deep'],
  ['a long formula', () => body(`$${'x+'.repeat(600)}x$`), 'This formula has 1201 characters, more than 1000'],
  ['a wide table', () => body(`|${'a|'.repeat(1_000)}\n|${'-|'.repeat(1_000)}\n${'|x|\n'.repeat(200)}`), 'Tables are not supported'],
  ['quotation marks', () => body('"'.repeat(4_900)), ''],
  ['many sections', () => body('x') + '\n## lesson\n\nx\n'.repeat(1_100), 'has too much in it to be shown at once'],
  ['many wrong references', () => body('[[nowhere]] '.repeat(400)), 'There may be more. Mend these 50 first'],
  ['many wrong names', () => front(`more:\n${Array.from({ length: 4_000 }, (_, i) => `  k${i}: x`).join('\n')}`), 'has no `more`'],
  ['many lines', () => smallLesson.replace('  out = sigmoid(net)', `  out = sigmoid(net)\n${Array.from({ length: 900 }, (_, i) => `  a${i} = out*w`).join('\n')}`), '200 and 1000 are the most'],
  ['a long cycle', () => smallLesson.replace('  out = sigmoid(net)', `  out = sigmoid(a0)\n${Array.from({ length: 190 }, (_, i) => `  a${i} = net*a${(i + 1) % 190}`).join('\n')}`), 'These lines go round in a cycle'],
  ['many numbers', () => smallLesson.replace('w: -0.5', `w: [${'1, '.repeat(20_000)}1]`), 'The lesson gives more than 10000 numbers'],
  ['many choices', () => smallLesson.replace('conventions:', `conventions:\n${Array.from({ length: 30 }, (_, i) => `  - { id: c${i}, title: t, choices: [{ id: a, label: a }, { id: b, label: b }] }`).join('\n')}`), '`conventions` has 32 items, more than 20'],
];

describe('a lesson that is too much is refused in time', () => {
  it.each(generated)('%s', async (_, make, part) => {
    const text = make();
    const before = process.cpuUsage();
    const sentences = await said(text);
    const { user, system } = process.cpuUsage(before);
    // Its own time, not that of other tests. It takes a fraction of this; what grows with the square would take minutes.
    expect((user + system) / 1e6).toBeLessThan(3);
    if (part) expect(sentences.join('\n')).toContain(part);
    else expect(sentences).toEqual([]);
    expect(sentences.length).toBeLessThanOrEqual(51);
    expect(Math.max(0, ...sentences.map((each) => each.length))).toBeLessThan(800);
  });

  it('the largest lessons that are accepted are read without holding up the page', async () => {
    const prose = Array.from({ length: 45 }, () => `## lesson\n\n${'[[a '.repeat(1_200)}`).join('\n\n');
    const lesson = smallLesson.replace(/## lesson[^]*/, '') + prose;
    let longest = 0;
    let last = performance.now();
    let own = process.cpuUsage();
    const beat = setInterval(() => {
      const { user, system } = process.cpuUsage(own);
      longest = Math.max(longest, Math.min(performance.now() - last, (user + system) / 1e3));
      [last, own] = [performance.now(), process.cpuUsage()];
    }, 1);
    expect(await said(lesson)).toEqual([]);
    clearInterval(beat);
    expect(longest).toBeLessThan(1000);
  });
});

describe('a program that stands in a page is held to the same', () => {
  // prettier-ignore
  it.each([
    ['code', 'x = 1\nL = constructor("harm += 1")()', 'line 2, column 5: `constructor` can\'t be a name here'],
    ['a name of the language', '__proto__ = 1\nL = x', 'line 1, column 1: `__proto__` can\'t be a name here'],
    ['brackets', `x = ${'['.repeat(deep)}1${']'.repeat(deep)}\nL = x`, 'The list for x is more than 8 lists deep'],
    ['a huge number', 'x = 1e999\nL = x', 'too large to compute with'],
    ['a zero of a huge power', 'w = 1\nL = w*0e999999999', '`0e999999999` is simply 0'],
    ['millions of terms', `u = [${Array.from({ length: 100 }, () => 1).join()}]\nL = sum(u[i]*u[j]*u[k], i, j, k)`, 'A sum or vector in line 2 has 1,000,000 terms'],
    ['megabytes', '# a\n'.repeat(1_000_000), 'The lesson has 4,000,000 characters'],
    ['a file with YAML', '---\nid: &a [*a]\n---\n', 'line 1: The front matter has no `title`'],
  ])('%s', async (_, text, part) => {
    expect((await said(text, readInline)).join('\n')).toContain(part);
  });
});
