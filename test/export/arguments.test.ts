import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { run } from '../../components/export/run.js';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  readonly code: number;
  readonly printed: string;
  readonly reported: string;
}

/** Runs a command line as a shell would split it. */
async function command(line: string): Promise<Outcome> {
  let [printed, reported] = ['', ''];
  const code = await run(line.split(' ').filter(Boolean), {
    site: join(folder, 'no-site'),
    print: (text) => (printed += text),
    report: (text) => (reported += text),
  });
  return { code, printed, reported };
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const broken = file('broken.md', '---\nid: broken\ntitle: T\nprogram: |\n  a = w*\nloss: a\n---\n');
/** Whether the ReLU is on, a thousand digits do not tell. */
const undecided = file(
  'undecided.md',
  `---
id: undecided
title: T
summary: s.
program: |
  a = sqrt(x)*sqrt(x) - 2
  r = relu(exp(a) - 1) + w
  L = r^2
loss: L
inputs: { x: 2 }
parameters: { w: 0.5 }
trained: [w]
update: { optimiser: sgd, settings: { rate: 0.1 } }
sources: [{ title: a, url: "https://example.org/" }]
---
`,
);

describe('what cannot be done is refused with a sentence', () => {
  test.each([
    ['', /Say what to do: export, integrity\./],
    ['exprot mazur', /no command `exprot`. Did you mean `export`\?/],
    ['show mazur', /no command `show`. The commands are export, integrity/],
    ['export', /Say which lesson: .*mazur, softmax-cross-entropy, batch-norm/],
    ['export mazr', /no lesson `mazr`. Did you mean `mazur`\?/],
    ['export quantum', /no lesson `quantum`. There are mazur, .*ending in \.md/],
    ['export mazur softmax-cross-entropy', /`softmax-cross-entropy` is one thing too many/],
    ['export nowhere/own.md', /`nowhere\/own\.md` does not exist: check the path/],
    [`export ${folder}`, /could not be read \(EISDIR\)/],
    [`export ${broken}`, /broken\.md, line 5, column 9: The formula ends after `\*`/],
    [`export ${undecided} --at backward/x`, /Nothing is written, because the 9 digits of .*∂L\/∂x could not be proven/],
    ['export mazur --at backward/w55', /`--at backward\/w55`: mazur has no such step. Did you mean `backward\/w5`\?/],
    ['export mazur --at somewhere', /mazur has no such step. Steps are written like `forward\/net_h1`/],
    ['export mazur --at v1/batch-norm/backward/z1', /names the lesson `batch-norm`, the command says `mazur`/],
    ['export --at v1/mazur/backward/w5?digits=99', /cannot be followed as it stands.*from 3 to 15/],
    ['export mazur --format htm', /`--format htm`: there is no such format. Did you mean `html`\?/],
    ['export mazur --format docx', /The formats are html, markdown, latex, worksheet, key, pytorch, numpy, svg/],
    [
      'export mazur --format worksheet --at backward/w5',
      /`--format worksheet` is about a whole lesson: leave `--at backward\/w5` out/,
    ],
    ['export mazur --format numpy --at w5', /`--format numpy` is about a whole lesson/],
    [
      'export mazur --format pytorch --with update-order:updated --set w9:1',
      /`--set w9`: this is not a given number here/,
    ],
    ['export mazur --format toString', /there is no such format/],
    ['export mazur --digits 2', /`--digits 2`: write a whole number from 3 to 15/],
    ['export mazur --digits 9.5', /`--digits 9\.5`: write a whole number/],
    ['export mazur --digits', /`--digits` needs a value: `--digits 6`/],
    ['export mazur --after -1', /`--after -1`: write a whole number from 0 to 1,000,000/],
    ['export mazur --set w5', /`--set`: `w5` is no pair. Write `w5:0\.7`/],
    ['export mazur --set w5:', /`w5` is no pair/],
    ['export mazur --set w5:lots', /`--set w5`: .*is not a number/],
    ['export mazur --set weight5:1', /`--set weight5`: this is not a given number here/],
    ['export mazur --set w_5:1', /Did you mean `w5`\?/],
    [
      'export mazur --walk 15-minute',
      /`--walk 15-minute`: this lesson has no such walkthrough. Did you mean `15-minutes`/,
    ],
    ['export mazur --with bias:shared', /`--with bias`: this lesson has no such convention. It has biases, /],
    ['export mazur --with biases:share', /`--with biases:share`.*Did you mean `shared`\?/],
    ['export softmax-cross-entropy --with target:label --set y:7', /do not go together: The label y is 7/],
    ['export mazur --colour red', /no option `--colour` here. The options are --at, --format/],
    ['export mazur --fromat html', /no option `--fromat` here. Did you mean `format`\?/],
    ['export mazur --at w5 --at w6', /`--at` stands there twice/],
    [`export mazur --out ${folder}/no/folder.html`, /could not be written \(ENOENT\): check that its folder exists/],
    ['export mazur --base /x/', /no option `--base` here/],
    ['integrity', /Say where the files will be/],
    ['integrity --base example.org', /`--base example\.org`: write the address of the folder/],
    ['integrity --base https://example.org/', /no built site in .*npm run build/],
  ])('%s', async (line, sentence) => {
    const { code, printed, reported } = await command(line);
    expect(reported).toMatch(sentence);
    expect(reported).not.toMatch(/^\s+at |Something went wrong|\bError\b/m);
    expect(printed).toBe('');
    expect(code).toBe(1);
  });
});

describe('what can be done', () => {
  test('help names the lessons, the formats and every option', async () => {
    const { code, printed } = await command('export --help');
    expect(code).toBe(0);
    for (const each of [
      'mazur',
      'batch-norm',
      'svg',
      'worksheet',
      'pytorch',
      '--at',
      '--set',
      '--with',
      '--after',
      '--digits',
      '--out',
      '--base',
    ])
      expect(printed).toContain(each);
    expect(printed).not.toMatch(/\{|undefined/);
    expect(Math.max(...printed.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(90);
  });

  test('a step with other numbers, conventions, updates and digits says so', async () => {
    const { code, printed, reported } = await command(
      'export mazur --at backward/w5 --format markdown --set w5:0.7,w6:-0.1 --set w7:1 --with biases:shared --after 1 --digits 5',
    );
    expect([code, reported]).toEqual([0, '']);
    expect(printed).toContain('after 1 update');
    expect(printed).toContain('w₅ = 0.7; w₆ = −0.1; w₇ = 1; Biases: one per layer, trained.');
    expect(printed).toMatch(/\\mathbf\{0\.\d{5,6}\}/);
  });

  test('an address from the tutor gives the same as options', async () => {
    const byAddress = await command('export --at v1/mazur/backward/w5?after=2&set=w5:0.7&digits=5 --format latex');
    const byOptions = await command('export mazur --at backward/w5 --after 2 --set w5:0.7 --digits 5 --format latex');
    expect(byAddress.printed).toBe(byOptions.printed);
    expect(byAddress.printed).toContain('\\mathbf{');
  });

  test('without a step it is about the whole lesson', async () => {
    const { code, printed } = await command('export mazur --format markdown --digits 4');
    expect(code).toBe(0);
    expect(printed).toMatch(/^# Backpropagation by hand\n/);
    expect(printed.match(/^### \d+\. /gm)).toHaveLength(40);
    expect((await command('export mazur --format latex')).printed).toMatch(/^\\documentclass.*\\end\{document\}\n$/s);
    expect((await command('export mazur')).printed).toMatch(/^<article class="backprop-lesson">.*<\/article>\n$/s);
  });

  test('a program takes its numbers from an address, too', async () => {
    const byAddress = await command('export --at v1/mazur/backward/w5?after=2&set=w5:0.7 --format numpy');
    const byOptions = await command('export mazur --after 2 --set w5:0.7 --format numpy');
    expect(byAddress.code).toBe(0);
    expect(byAddress.printed).toBe(byOptions.printed);
    expect(byAddress.printed).toContain('w5 = np.float64(0.7)');
  });

  test('an element of a matrix is a step of its own', async () => {
    const { printed } = await command('export softmax-cross-entropy --at backward/W[2,1] --format markdown');
    expect(printed).toContain('\\frac{\\partial L}{\\partial W_{2,1}}');
    expect(printed).toContain('\\mathbf{-9.46745030}');
  });

  test('--out writes the same text to a file', async () => {
    const path = join(folder, 'step.svg');
    const { code, printed, reported } = await command(`export mazur --format svg --out ${path}`);
    expect([code, printed]).toEqual([0, '']);
    expect(reported).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe((await command('export mazur --format svg')).printed);
  });
});
