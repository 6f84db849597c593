import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import katex from 'katex';
import { chromium } from 'playwright';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { ownValues, type Truth } from '../page/lesson-values.js';
import { isRounded } from '../page/shown.js';
import { chromiumLaunch, findChromium } from '../tools/find-browser.js';
import { exportAll, exportWalk, type Exported } from './every-step.js';
import { numbersIn } from './numbers-in.js';

vi.setConfig({ testTimeout: 120_000 });

const lessons = await exportAll();
const odd = await exportWalk('test/export/odd.md');
/** Another program, values that are not the lesson's own, numbers after updates. */
const switched = await exportWalk('mazur', { with: 'biases:shared', set: 'w5:-0.7', after: '2', digits: '4' });
const all = [...lessons, ...odd, ...switched];
const truths: Readonly<Record<string, Truth>> = ownValues();
const nameOf = ({ lesson, step }: Exported): string => `${lesson} at ${step}`;

test('every step of the lessons is exported', () => {
  const count = (id: string): number => lessons.filter(({ lesson }) => lesson === id).length;
  expect([count('mazur'), count('softmax-cross-entropy'), count('batch-norm')]).toEqual([40, 10, 35]);
});

describe('html', () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }));

  test('is valid, and has no scripts, styles or addresses of its own', () => {
    for (const each of all) {
      const { results } = validator.validateStringSync(each.html);
      expect(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        nameOf(each),
      ).toEqual([]);
      expect(each.html, nameOf(each)).not.toMatch(/ style=|<script|<annotation|href="number|html(Data|Class)/);
    }
  });

  test('marks every number with what it is', () => {
    for (const each of all) {
      const found = numbersIn(each.html);
      for (const { ref, plain } of found) {
        const shown = each.scene.show(ref);
        expect(plain, `${ref} in ${nameOf(each)}`).toBe(shown?.plain);
        expect(shown?.provisional).toBe(false);
      }
      const { step, state } = each.scene;
      const isWhole = state.step !== step.ref;
      if (!isWhole && !each.scene.numbers.failure(step.result))
        expect(
          found.map(({ ref }) => ref),
          nameOf(each),
        ).toContain(step.result);
    }
  });
});

describe('digits', () => {
  const truthOf = ({ lesson }: Exported): Truth => truths[lesson]!;

  test('in html are those of the independent values, correctly rounded', () => {
    let compared = 0;
    for (const each of lessons) {
      for (const { ref, plain } of numbersIn(each.html)) {
        const truth = truthOf(each).get(ref);
        if (truth === undefined) continue;
        expect(isRounded(plain, truth, 9), `${ref} = ${plain} in ${nameOf(each)}, and is ${truth}`).toBe(true);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(700);
  });

  test('of every result of the first lesson stand in Markdown and LaTeX, too', () => {
    for (const each of lessons.filter(({ lesson }) => lesson === 'mazur')) {
      const truth = truthOf(each).get(each.scene.step.result)!;
      for (const text of [each.markdown, each.latex]) {
        const result = [...text.matchAll(/(=|\\approx) \\mathbf\{(.*?)\}/g)].at(-1) ?? [];
        expect(isRounded(result[2] ?? '', truth, 9), `${nameOf(each)}: ${result[2]} for ${truth}`).toBe(true);
      }
    }
    const w5 = lessons.find(({ step }) => step === 'backward/w5')!;
    expect(w5.markdown).toContain('\\approx \\mathbf{0.0821670406}');
    const loss = lessons.find(({ lesson, step }) => lesson === 'mazur' && step === 'forward/net_h1')!;
    expect(loss.latex).toContain('= \\mathbf{0.3775}');
  });

  test('in Markdown and LaTeX are the ones in html', () => {
    for (const each of all) {
      for (const { ref, plain } of numbersIn(each.html)) {
        const digits = plain.replace(/^-|e.*$/g, '');
        expect(each.markdown, `${ref} in ${nameOf(each)}`).toContain(digits);
        expect(each.latex, `${ref} in ${nameOf(each)}`).toContain(digits);
      }
    }
  });
});

describe('markdown', () => {
  test('has formulas that KaTeX reads without trust and without leniency', () => {
    for (const each of all) {
      const formulas = formulasIn(each.markdown);
      expect(formulas.length, nameOf(each)).toBeGreaterThan(0);
      for (const { tex, display } of formulas) {
        const render = (): string =>
          katex.renderToString(tex, { displayMode: display, strict: 'error', trust: false, output: 'mathml' });
        expect(render, `${nameOf(each)}: ${tex}`).not.toThrow();
      }
    }
  });

  test('has only commands that MathJax and LaTeX know as well', () => {
    const commands = new Set(
      all.flatMap(({ markdown }) => formulasIn(markdown)).flatMap(({ tex }) => tex.match(/\\[A-Za-z]+/g) ?? []),
    );
    const known = readFileSync('test/export/tex-commands.txt', 'utf8').split(/\s+/);
    expect([...commands].filter((each) => !known.includes(each))).toEqual([]);
  });
});

/** The formulas of a document; code is left out. */
function formulasIn(markdown: string): { tex: string; display: boolean }[] {
  const text = markdown.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  const blocks = [...text.matchAll(/^\$\$\n(.*?)\n\$\$$/gms)].map(([, tex]) => ({ tex: tex!, display: true }));
  const rest = text.replace(/^\$\$\n.*?\n\$\$$/gms, '');
  const inline = [...rest.matchAll(/(?<!\\)\$((?:\\.|[^$\\])+)\$/g)].map(([, tex]) => ({ tex: tex!, display: false }));
  return [...blocks, ...inline];
}

describe('latex', () => {
  const hasLatex = spawnSync('pdflatex', ['--version']).status === 0;
  const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-latex-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.skipIf(!hasLatex)('compiles, and every line fits the page (with pdflatex installed)', () => {
    const [preamble = ''] = all[0]!.latex.split('\\begin{document}');
    const bodies = all.map((each) => {
      const [before = '', after = ''] = each.latex.split('\\begin{document}');
      expect(before, nameOf(each)).toBe(preamble);
      return `\\typeout{STEP ${nameOf(each)}}\n${after.replace('\\end{document}', '')}\\clearpage`;
    });
    writeFileSync(join(folder, 'all.tex'), `${preamble}\\begin{document}${bodies.join('\n')}\\end{document}\n`);
    const { status, stdout } = spawnSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'all.tex'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const [error = ''] = /^!.*?(?=\n\n|$)/ms.exec(stdout) ?? [];
    expect(
      `${
        stdout
          .slice(0, stdout.indexOf(error))
          .match(/STEP .*/g)
          ?.at(-1) ?? ''
      } ${error}`.trim() && error,
      stdout.slice(-2000),
    ).toBe('');
    expect(status).toBe(0);
    const tooWide = [...stdout.matchAll(/STEP (.*)|Overfull \\hbox \((.*?)pt too wide\)/g)];
    let step = '';
    const wide = tooWide.flatMap(([, name, by]) => {
      if (name !== undefined) step = name;
      return by !== undefined ? [`${step}: ${by}pt`] : [];
    });
    expect(wide).toEqual([]);
  });

  test('says which characters pdfLaTeX does not have', async () => {
    const { chars } = { chars: '漢' };
    const { beyondPdfLatex } = await import('../../components/export/tex-text.js');
    expect(beyondPdfLatex(`a${chars}é“–”½`)).toEqual([chars]);
  });
});

describe('svg', () => {
  test('is well-formed XML that draws only with attributes, with a title, a description and the same numbers', async () => {
    const browser = await chromium.launch(launchOf());
    const page = await browser.newPage();
    for (const each of all) {
      const found = await page.evaluate((text) => {
        const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
        return {
          error: parsed.querySelector('parsererror')?.textContent,
          title: parsed.querySelector('svg > title')?.textContent,
          described: parsed.querySelector('svg > desc')?.textContent?.length,
          styled: parsed.querySelectorAll('[class], [style], style, script').length,
          unresolved: [...parsed.querySelectorAll('*')].flatMap((element) =>
            [...element.attributes]
              .filter(({ value }) => /var\(|light-dark|NaN|undefined/.test(value))
              .map(({ value }) => value),
          ),
          numbers: [...parsed.querySelectorAll('[data-number]')].map((element) => [
            element.getAttribute('data-number')!,
            element.textContent,
          ]),
        };
      }, each.svg);
      expect(found, nameOf(each)).toMatchObject({ styled: 0, unresolved: [] });
      expect(found.error, nameOf(each)).toBeUndefined();
      expect(found.title).toContain(each.scene.state.lesson.title);
      expect(found.described).toBeGreaterThan(20);
      expect(found.numbers.length).toBeGreaterThan(0);
      for (const [ref, text] of found.numbers) {
        const truth = lessons.includes(each) ? truths[each.lesson]!.get(ref!) : undefined;
        if (truth !== undefined) expect(isRounded(text!, truth, 3), `${ref} = ${text} in ${nameOf(each)}`).toBe(true);
        else if (text !== '–')
          expect(isRounded(text!, each.scene.show(ref!, 3)!.plain, 3), `${ref} in ${nameOf(each)}`).toBe(true);
      }
    }
    await browser.close();
  });
});

function launchOf() {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found: set CHROME_PATH, or run `npx playwright install chromium`.');
  const { args, ...launch } = chromiumLaunch(path);
  return { ...launch, args: [...args] };
}
