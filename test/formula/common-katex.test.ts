import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import whole from 'katex';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { commonKatex } from '../../components/build/common-katex.js';
import { linesOf, typesetNumbers } from '../../components/derivation/typeset-step.js';
import { makeScene, Runs } from '../../components/make-scene.js';
import { Binding, initialState, ops } from '../../src/index.js';
import { readLesson } from '../../src/lesson/read-lesson.js';

const lesson = await readLesson(await readFile('lessons/mazur.md', 'utf8'), 'mazur.md');

/** What any lesson may write without making the reader load more. */
const common = [
  String.raw`\hat y \bar x \tilde x \vec w \dot z \widehat{xyz} \overline{ab} x' x'' f^{(n)}_{i,j}`,
  String.raw`\sqrt{x} \sqrt[3]{\frac{\frac{a}{b}}{\frac{c}{d}}} \sqrt{\sum_{i=1}^n \left(\frac{x_i}{\sqrt{y_i}}\right)^2}`,
  String.raw`\left(\frac{a}{b}\right) \left[\frac{a}{b}\right] \left\{\frac{\frac{a}{b}}{\frac{a}{b}}\right\} \left|x\right| \bigl( \Bigr)`,
  String.raw`\left\lVert x \right\rVert \lfloor x \rfloor \lceil x \rceil \langle a, b \rangle`,
  String.raw`\sum_{i=1}^{n} \prod_i \int_0^1 \lim_{x \to 0} \max_i \min \exp \ln \log \tanh \operatorname{softmax}`,
  String.raw`a \cdot b \times c \pm d \le e \ge f \neq g \approx h \equiv i \in j \to k \mapsto l \implies m \iff n \ll o \propto p`,
  String.raw`\mathbf{W} \mathit{net} \mathrm{out} \text{where $x$ is “it”} \infty \partial \nabla \ell \odot \circ \forall`,
  String.raw`\dots \cdots \ldots \quad \, \; \! \tfrac12 \dfrac{1}{2} \binom{n}{k} 5\% \{a\} \displaystyle \textstyle`,
  String.raw`\overset{!}{=} \stackrel{?}{=} \mathop{\mathrm{E}}_x \alpha\beta\gamma\delta\varepsilon\eta\theta\lambda\mu\pi\rho\sigma\tau\varphi\phi\omega\Delta\Sigma\Phi`,
  String.raw`α + β ≤ ∂ × ∇ − ∞ ≈ é Б 中 \text{é Å ő ñ ż ễ Ŵ Б 中 “ß”}`,
];

/** Rarer things, one by one: each must come out the same, or not at all. */
const rare = [
  ...String.raw`\underbrace{a+b}_{c} \overbrace{a+b}^{c} \underbrace{a} \mathchoice{a}{b}{c}{d}`.split(' '),
  ...String.raw`\mathbb{R} \mathcal{L} \mathfrak{g} \mathscr{L} \mathsf{x} \mathtt{x} \boldsymbol{Lλ} \mathbf{λ}`.split(
    ' ',
  ),
  ...String.raw`\leqslant \nleq \therefore \varnothing \square \blacksquare \leadsto \complement \ulcorner \digamma`.split(
    ' ',
  ),
  ...String.raw`\limsup \argmax_x \coloneqq \colon \Set{x|y} \bra{x} \R \red{x} \llbracket \imath \oiint \oiiint \iint \substack{a\\b}`.split(
    ' ',
  ),
  ...String.raw`\cancel{x} \boxed{x} \fbox{x} \color{red}x \textcolor{red}{x} \href{a}{b} \url{a} \verb|x| \char65 \underline{x}`.split(
    ' ',
  ),
  ...String.raw`\xrightarrow{ab} \xleftarrow{a} \overrightarrow{ab} \overleftarrow{a} \overbracket{a} \underbracket{a} \overgroup{ab}`.split(
    ' ',
  ),
  ...String.raw`\undergroup{a} \utilde{a} \underrightarrow{a} \widecheck{ab} \widetilde{ab} \overleftrightarrow{a} \overlinesegment{a} \phase{x}`.split(
    ' ',
  ),
  ...String.raw`\phantom{x} \smash{x} \rule{1em}{1em} \raisebox{1em}{x} \large \tiny \kern1em \not= \notin \ne \llap{x} \pmb{x}`.split(
    ' ',
  ),
  ...String.raw`\def\a{b}\a \newcommand{\a}{b}\a \tag{1} \\ a\\b \hbox{x} \vcenter{x} \mathclap{x} \vdots \ddots \reflectbox{x}`.split(
    ' ',
  ),
  ...'\\text{ΐ} ΐ ℝ ℕ ≦ ≮ ⊊ ∴ ☐ ≔ ⟦ 𝔤 𝒜 𝖷 𝚡 𝐱 ↯ ♞ © ⌜ Þ ő'.split(' '),
  ...'matrix pmatrix cases aligned array CD gather smallmatrix'
    .split(' ')
    .map((name) => `\\begin{${name}}a\\end{${name}}`),
];

let folder: string;
let part: typeof whole;

beforeAll(async () => {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [commonKatex()],
    build: { write: false, rolldownOptions: { input: 'katex', preserveEntrySignatures: 'strict' } },
  })) as Rolldown.RolldownOutput;
  folder = await mkdtemp(join(tmpdir(), 'common-katex-'));
  const file = join(folder, 'katex.mjs');
  await writeFile(file, built.output[0].code);
  ({ default: part } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: typeof whole });
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

vi.setConfig({ testTimeout: 60_000 });

const trust = true;
const typeset = (tex: string): string => whole.renderToString(tex, { strict: 'ignore', trust });
const typesetByPart = (tex: string): string =>
  part.renderToString(tex, { strict: (code) => (code === 'unknownSymbol' ? 'error' : 'ignore'), trust });

function result(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Every formula the engine writes for the lesson's steps, with names and with numbers, and every op. */
function engineTex(): string[] {
  const scene = makeScene(initialState(lesson), new Runs());
  const lines = scene.trace.steps.flatMap((step) =>
    (['expanded', 'local'] as const).flatMap((view) => {
      const { left, lines, paths, substituted } = linesOf(step, scene.trace, view);
      const numbers = substituted
        ? [
            typesetNumbers(
              substituted,
              (ref) => scene.show(ref),
              () => '',
            ),
          ]
        : [];
      return [left, ...[...lines, ...paths.flatMap((path) => path.lines), ...numbers].map(({ tex }) => tex)];
    }),
  );
  const number = {
    tex: String.raw`\htmlClass{bp-number}{\htmlData{term=3}{-2.1 \times 10^{-48}}}`,
    binding: Binding.product,
  };
  const calls = [...ops.values()].map(
    (op) => op.tex(...[number, number, number].slice(0, op.inputs === 'list' ? 3 : op.inputs.length)).tex,
  );
  return [...lines, ...calls];
}

/** What the lesson's own prose sets between dollar signs. */
function lessonTex(): string[] {
  const found: string[] = [];
  JSON.stringify(lesson.sections, (_, value: unknown) => {
    if (typeof value === 'object' && value && 'kind' in value && value.kind === 'math' && 'tex' in value)
      found.push(String(value.tex));
    return value;
  });
  return found;
}

test('what the engine and lessons write is typeset by the part as by the whole, without a warning', () => {
  const warn = vi.spyOn(console, 'warn');
  const formulas = [...engineTex(), ...lessonTex(), ...common];
  expect(formulas.length).toBeGreaterThan(100);
  for (const tex of formulas) expect(typesetByPart(tex), tex).toBe(typeset(tex));
  expect(warn).not.toHaveBeenCalled();
});

test('whatever else KaTeX knows, the part typesets as the whole does, or refuses', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  let refused = 0;
  for (const tex of rare) {
    const got = result(() => typesetByPart(tex));
    if (got === undefined) refused += 1;
    else expect(got, tex).toBe(result(() => typeset(tex)));
  }
  expect(refused).toBeGreaterThan(20);
});
