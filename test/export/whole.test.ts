import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import katex from 'katex';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { formats } from '../../components/export/formats.js';
import { lessonIds, lessonNamed } from '../../components/export/open-lesson.js';
import { openStep } from '../../components/export/open-step.js';
import { makeScene, Runs } from '../../components/make-scene.js';
import type { Scene } from '../../components/scene.js';
import { print } from '../../src/interpret/print.js';
import { ownValues, type Truth } from '../page/lesson-values.js';
import { mazurValues } from '../page/mazur-values.js';
import { isRounded } from '../page/shown.js';
import { numbersIn } from './numbers-in.js';

vi.setConfig({ testTimeout: 240_000 });

/** A lesson in every format of whole lessons, and its scene at the first step with all results proven. */
interface Whole {
  readonly name: string;
  readonly scene: Scene;
  readonly texts: Readonly<Record<'html' | 'markdown' | 'latex' | 'worksheet' | 'key', string>>;
}

async function whole(name: string, options: Readonly<Record<string, string>> = {}): Promise<Whole> {
  const state = await openStep(await lessonNamed(name, ''), options);
  const runs = new Runs();
  const write = async (format: string): Promise<string> => (await formats[format]!()).whole!(state, runs);
  const [html, markdown, latex, worksheet, key] = await Promise.all(
    ['html', 'markdown', 'latex', 'worksheet', 'key'].map(write),
  );
  const scene = makeScene(state, runs);
  const texts = { html: html!, markdown: markdown!, latex: latex!, worksheet: worksheet!, key: key! };
  return { name: `${state.lesson.id} ${JSON.stringify(options)}`, scene, texts };
}

const lessons = await Promise.all(lessonIds.map((id) => whole(id)));
const others = [
  await whole('test/export/odd.md'),
  await whole('mazur', { with: 'biases:per-neuron', set: 'w5:-0.7', after: '2', digits: '5' }),
  await whole('batch-norm', { with: 'mode:evaluation' }),
];
const all = [...lessons, ...others];

/** A document's steps, by number. */
function stepsIn(latex: string): Map<number, string> {
  const [, ...pieces] = latex.split(/\\textbf\{\\boldmath (?=\d+\. )/);
  return new Map(pieces.map((piece) => [Number(/^\d+/.exec(piece)![0]), piece]));
}

/** What a step comes to: of a tensor's, every element. */
const resultsOf = ({ walk }: Scene, number: number): readonly string[] => {
  const { kind, children, result } = walk[number - 1]!;
  return kind === 'tensor' ? children.map((child) => child.result) : [result];
};

const unsigned = (plain: string): string => plain.replace(/^-|e.*$/g, '');

describe('worksheet', () => {
  test('has the given numbers', () => {
    for (const { name, scene, texts } of all) {
      const [, given = ''] = /\\section\*\{Given numbers\}(.*?)\\textbf\{\\boldmath 1\. /s.exec(texts.worksheet) ?? [];
      for (const each of scene.setup.given)
        expect(given, `${each.name} in ${name}`).toContain(unsigned(scene.show(each.name)!.plain));
    }
  });

  test('has a step, and a line to write on, for every step, and no result', () => {
    for (const { name, scene, texts } of all) {
      const steps = stepsIn(texts.worksheet);
      expect([...steps.keys()], name).toEqual(scene.walk.map((_, i) => i + 1));
      // A number may stand in a formula, as written or in a derivative: 0.2 in that of 0.1w².
      const formulas = [
        ...scene.setup.program.lines.map(({ text }) => text),
        ...scene.trace.assignments.map(({ shown }) => print(shown)),
      ];
      const literals = new Set(formulas.flatMap((text) => text.match(/\d+\.\d+/g) ?? []));
      for (const [number, text] of steps) {
        expect(text, `${name}, step ${number}`).toMatch(/\\rule\[-0\.3em\]/);
        expect(text).not.toMatch(/□|▭|\\mathbf|\\approx/);
        const numbers = text.replace(/\\rule(\[.*?\])?\{.*?\}\{.*?\}/g, '').match(/\d+\.\d+/g) ?? [];
        expect(
          numbers.filter((each) => !literals.has(each)),
          `${name}, step ${number}`,
        ).toEqual([]);
      }
    }
  });
});

describe('key', () => {
  test('has the steps of the worksheet with the same numbers and questions', () => {
    const question = (text: string): string => /^[^\n]*?\?/.exec(text)?.[0] ?? text;
    for (const { name, texts } of all) {
      const [worksheet, key] = [stepsIn(texts.worksheet), stepsIn(texts.key)].map((steps) =>
        [...steps.values()].map(question),
      );
      expect(key, name).toEqual(worksheet);
    }
  });

  test('has every result', () => {
    for (const { name, scene, texts } of all) {
      for (const [number, text] of stepsIn(texts.key)) {
        for (const ref of resultsOf(scene, number)) {
          const shown = scene.show(ref);
          if (shown) expect(text, `${ref} in ${name}`).toContain(unsigned(shown.plain));
          else expect(scene.numbers.failure(ref), `${ref} in ${name}`).toBeDefined();
        }
      }
    }
  });

  test('of the first lesson agrees with the independent values', () => {
    const truth: Truth = mazurValues();
    const [mazur] = lessons;
    for (const [number, text] of stepsIn(mazur!.texts.key)) {
      const [ref] = resultsOf(mazur!.scene, number);
      const result = [...text.matchAll(/\\mathbf\{(.*?)\}/g)].at(-1)?.[1] ?? '';
      expect(isRounded(result, truth.get(ref!)!, 9), `${ref}: ${result}`).toBe(true);
    }
  });
});

describe('everything', () => {
  const truths = ownValues();

  test('in html has every result, correctly rounded, and is valid', () => {
    const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));
    for (const [i, { name, scene, texts }] of lessons.entries()) {
      const { results } = validator.validateStringSync(texts.html);
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        name,
      ).toEqual([]);
      const found = numbersIn(texts.html);
      const refs = new Set(found.map(({ ref }) => ref));
      for (const step of scene.walk.keys())
        for (const ref of resultsOf(scene, step + 1)) expect(refs, name).toContain(ref);
      let compared = 0;
      for (const { ref, plain } of found) {
        const truth = truths[lessonIds[i]!]!.get(ref);
        if (truth === undefined) continue;
        expect(isRounded(plain, truth, 9), `${ref} = ${plain}, and is ${truth}`).toBe(true);
        compared++;
      }
      expect(compared).toBeGreaterThan(Math.min(40, scene.walk.length));
      expect(texts.html.match(/<svg/g)).toHaveLength(1);
    }
  });

  test('in Markdown has formulas that KaTeX reads, in commands that LaTeX knows', () => {
    const known = readFileSync('test/export/tex-commands.txt', 'utf8').split(/\s+/);
    for (const { name, texts } of all) {
      const formulas = [...texts.markdown.matchAll(/^\$\$\n(.*?)\n\$\$$/gms)].map(([, tex]) => tex!);
      expect(formulas.length, name).toBeGreaterThan(3);
      for (const tex of formulas) {
        const render = (): string =>
          katex.renderToString(tex, { displayMode: true, strict: 'error', output: 'mathml' });
        expect(render, `${name}: ${tex}`).not.toThrow();
        expect((tex.match(/\\[A-Za-z]+/g) ?? []).filter((each) => !known.includes(each))).toEqual([]);
      }
    }
  });

  test('ends in the sources, and says what is not the lesson’s own', () => {
    for (const { scene, texts } of lessons)
      for (const { url } of scene.state.lesson.sources)
        for (const text of [texts.html, texts.markdown, texts.latex]) expect(text).toContain(url);
    const changed = others[1]!;
    for (const text of [changed.texts.markdown, changed.texts.html, changed.texts.worksheet, changed.texts.key])
      expect(text).toContain('after 2 updates');
    expect(changed.texts.markdown).toContain('w₅ = −0.7; Biases: one per neuron, trained.');
  });
});

test('a walkthrough is exported as its steps, each once and in its order', async () => {
  const { texts, scene } = await whole('mazur', { walk: 'full-lecture' });
  const { stops } = scene.state.guide!.walkthrough;
  const steps = [...new Set(stops.flatMap(({ step }) => step ?? []))];
  expect(steps.length).toBeLessThan(stops.filter(({ step }) => step).length);
  const numbered = texts.worksheet.match(/\\textbf\{\\boldmath (?=\d+\. )/g);
  expect(numbered).toHaveLength(steps.length);
});

describe('latex', () => {
  const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-whole-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!hasLatex)('compiles, and every line fits the page (with pdflatex installed)', () => {
    for (const { name, texts } of all) {
      for (const kind of ['latex', 'worksheet', 'key'] as const) {
        writeFileSync(join(folder, 'whole.tex'), texts[kind]);
        const { status, stdout } = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'whole.tex'], {
          cwd: folder,
          encoding: 'utf8',
        });
        expect(/^!.*?(?=\n\n|$)/ms.exec(stdout)?.[0] ?? '', `${kind} of ${name}`).toBe('');
        expect(status, stdout.slice(-1500)).toBe(0);
        expect(stdout.match(/Overfull \\hbox .*/g) ?? [], `${kind} of ${name}`).toEqual([]);
        expect(stdout).not.toMatch(/Overfull \\vbox/);
      }
    }
  });
});
