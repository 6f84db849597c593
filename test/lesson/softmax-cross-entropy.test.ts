import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { compare, rowOf } from '../../components/published/compare.js';
import { evaluate } from '../../src/interpret/evaluate.js';
import type { Block, Inline, InlinePart, Section } from '../../src/lesson/lesson.js';
import { plainNameOf } from '../../src/lesson/plain-name.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { roundText } from '../../src/numbers/digits.js';
import { float64 } from '../../src/numbers/float64.js';
import type { Numbers } from '../../src/state/numbers.js';
import { loadTraining, Run } from '../../src/state/run.js';
import { setupOf } from '../../src/state/setup-of.js';
import { loadTensors } from '../../src/state/tensors.js';
import { parseReference, valueReference } from '../../src/trace/reference.js';
import type { Step } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';

const file = new URL('../../lessons/softmax-cross-entropy.md', import.meta.url);
const lesson = await readLesson(readFileSync(file, 'utf8'), 'softmax-cross-entropy.md');
await Promise.all([loadTensors(), loadTraining()]);

type Tensor = string | readonly Tensor[];
type Tensors = Readonly<Record<string, Tensor>>;
interface Case {
  readonly notes: string;
  readonly inputs: Tensors;
  readonly targets: { readonly y: readonly number[] };
  readonly params: Tensors;
  readonly optimizer: { readonly lr: string };
  readonly published: readonly { readonly value: string; readonly agrees: boolean }[];
  readonly expected: {
    readonly forward: Tensors;
    readonly aux: Tensors;
    readonly loss: string;
    readonly gradients: Tensors;
    readonly updated_params: Tensors;
    readonly loss_after: string;
  };
}

const fixture = (id: string): Case =>
  JSON.parse(readFileSync(new URL(`../fixtures/cases/${id}.json`, import.meta.url), 'utf8')) as Case;
const fused = fixture('cs231n-softmax-classifier');
const unfused = fixture('cs231n-softmax-unfused');

/** The elements of a tensor by index, `[2,1]`; nothing for a scalar. */
const elementsOf = (tensor: Tensor, index: readonly number[] = []): readonly (readonly [string, string])[] =>
  typeof tensor === 'string'
    ? [[index.length ? `[${index.join(',')}]` : '', tensor]]
    : tensor.flatMap((each, i) => elementsOf(each, [...index, i + 1]));
/** The only sample of a batch. */
const sample = (tensor: Tensor): Tensor => tensor[0] as Tensor;

type Choices = Readonly<Record<string, string>>;
const combinations = lesson.conventions.reduce<readonly Choices[]>(
  (all, { id, choices }) => all.flatMap((some) => choices.map((choice) => ({ ...some, [id]: choice.id }))),
  [{}],
);
const runs = new Map(
  combinations.map((choices) => [choices, new Run(traceOf(setupOf({ lesson, edits: {}, choices })))]),
);
const runOf = (choices: Choices): Run => runs.get(choices)!;
/** The right class is the third, and softmax is of the scores themselves, however it is worked out. */
const sameNumbers = combinations.filter(({ target, scores }) => target !== 'soft' && scores !== 'temperature');

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items : [];
const partsOf = (inline: Inline): readonly InlinePart[] =>
  inline.flatMap((part) => ['content' in part ? partsOf(part.content) : [], part].flat());
const blocksOf = ({ blocks, notes }: Section): readonly Block[] => [...blocks, ...notes];
const partsIn = (section: Section): readonly InlinePart[] => blocksOf(section).flatMap(inlinesOf).flatMap(partsOf);
const blocks = lesson.sections.flatMap(blocksOf);
const parts = lesson.sections.flatMap(partsIn);

const withInner = (step: Step): readonly Step[] => [step, ...step.children.flatMap(withInner)];

/** Whether a section is shown, as the page decides it. */
function isShown({ when, ownValuesOnly }: Section, choices: Choices, numbers: Numbers): boolean {
  const own = lesson.conventions.every(({ id, choices: [first] }) => choices[id] === first!.id);
  if (ownValuesOnly && !own) return false;
  return !when || evaluate(when, (name) => numbers.double(valueReference(name)) ?? NaN, float64) > 0;
}

describe('the lesson on softmax', () => {
  it('has the numbers of the source', () => {
    const given = lesson.given.map(({ name, text }) => [name, text]);
    const tensor = (name: string, value: Tensor) => elementsOf(value).map(([index, text]) => [name + index, text]);
    expect(given).toEqual([
      ...tensor('x', sample(fused.inputs.x!)),
      ...tensor('t', ['0', '0', '1']),
      ...tensor('W', fused.params.W!),
      ...tensor('b', fused.params.b!),
    ]);
    expect(lesson.update.settings.rate).toBe(fused.optimizer.lr);
    const label = lesson.conventions[0]!.choices[1]!.given!.map(({ text }) => text);
    expect(label).toEqual(fused.targets.y.map((fromZero) => String(fromZero + 1)));
  });

  it.each(sameNumbers)('agrees with the independent case to 12 digits under %j', async (choices) => {
    const run = runOf(choices);
    const { forward, aux, loss, gradients, updated_params } = fused.expected;
    const values: Tensors = { s: sample(forward.s!), p: sample(aux['L.p']!), L: loss };
    const backward: Tensors = {
      s: sample(gradients.s!),
      p: sample(unfused.expected.gradients.p!),
      W: gradients.W!,
      b: gradients.b!,
      x: sample(gradients.x!),
      L: gradients.L!,
    };
    const listed = [
      ...Object.entries(values).map(([name, value]) => ['', name, value] as const),
      ...Object.entries(backward).map(([name, value]) => ['backward/', name, value] as const),
      ...Object.entries(updated_params).map(([name, value]) => ['update/', name, value] as const),
    ].flatMap(([prefix, name, value]) =>
      elementsOf(value).map(([index, text]) => [prefix + name + index, text] as const),
    );
    expect(listed.length).toBeGreaterThan(45);
    const numbers = run.at(0);
    await numbers.confirm(
      listed.map(([ref]) => ref),
      12,
    );
    const wrong = listed.filter(([ref, text]) => Number(numbers.show(ref, 12)?.plain) !== Number(roundText(text, 12)));
    expect(wrong).toEqual([]);
    const after = run.at(1);
    await after.confirm(['L'], 12);
    expect(Number(after.show('L', 12)?.plain)).toBe(Number(roundText(fused.expected.loss_after, 12)));
  });

  it.each(combinations)('has prose for every step under %j', (choices) => {
    const written = new Set(
      lesson.sections.filter(({ when, ownValuesOnly }) => !when && !ownValuesOnly).map(({ ref }) => ref),
    );
    const { walk } = runOf(choices).trace;
    expect(walk.map(({ ref }) => ref).filter((ref) => !written.has(ref))).toEqual([]);
  });

  it.each(combinations)('speaks only of what is there under %j', (choices) => {
    const { trace } = runOf(choices);
    const [now, next] = [runOf(choices).at(0), runOf(choices).at(1)];
    const steps = new Set(trace.steps.flatMap(withInner).map(({ ref }) => ref));
    const shown = lesson.sections.filter(
      (section) => (section.ref === 'lesson' || steps.has(section.ref)) && isShown(section, choices, now),
    );
    expect(shown.length).toBeGreaterThan(30);
    const missing = shown.flatMap((section) =>
      partsIn(section).flatMap((part) => {
        const ref = part.kind === 'number' || part.kind === 'step' ? part.ref : undefined;
        if (ref === undefined) return [];
        const numbers = parseReference(ref)!.iteration === 1 ? next : now;
        const found = part.kind === 'step' ? trace.find(ref) : numbers.show(ref.replace(/@\d$/, ''), 9);
        return found ? [] : [`${ref} in ${section.ref}`];
      }),
    );
    expect(missing).toEqual([]);
  });

  it('shows every section under some convention', () => {
    const seen = new Set<Section>();
    for (const choices of combinations) {
      const { trace } = runOf(choices);
      const steps = new Set(trace.steps.flatMap(withInner).map(({ ref }) => ref));
      for (const section of lesson.sections) {
        if (section.ref !== 'lesson' && !steps.has(section.ref)) continue;
        if (isShown(section, choices, runOf(choices).at(0))) seen.add(section);
      }
    }
    // The others are for numbers that the reader gives.
    const others = lesson.sections.filter((section) => !seen.has(section));
    expect(others.map(({ ref }) => ref)).toEqual(['backward/s[2]', 'backward/s[3]']);
  });

  it.each(combinations)('has a plain name for every factor and path under %j', (choices) => {
    const gradients = runOf(choices).trace.steps.flatMap(withInner);
    const paths = gradients.flatMap((step) => step.paths);
    const factors = paths.flatMap(({ local, expanded }) => [...local, ...expanded]);
    const ofPaths = gradients.filter(({ kind }) => kind === 'path');
    const unnamed = [...factors, ...ofPaths]
      .map(({ ref }) => ref)
      .filter((ref) => plainNameOf(lesson, ref) === undefined);
    expect(unnamed).toEqual([]);
  });

  it.each(combinations)('claims what is true under %j', async (choices) => {
    const run = runOf(choices);
    const claims = [...run.trace.setup.program.claims!.values()].flat();
    const numbers = run.at(0);
    await numbers.confirm(
      claims.map(({ ref }) => ref),
      12,
    );
    const holds = claims.filter(({ ref, formula }) => {
      const stated = evaluate(formula, (name) => numbers.double(name) ?? NaN, float64);
      return Math.abs(Number(numbers.show(ref, 12)?.plain) - stated) <= 1e-11 * Math.max(1, Math.abs(stated));
    });
    const target = choices.target === 'label' ? 'delta(k, y)' : 't[k]';
    const bySoftmax: Readonly<Record<string, readonly string[]>> = {
      plain: [`grad(s[k]) = p[k] - ${target}`, `grad(W[k,j]) = (p[k] - ${target})*x[j]`],
      'written-out': [
        `grad(s[k]) = p[k] - ${target}`,
        `grad(r[k]) = (p[k] - ${target})/r[k]`,
        'grad(Z) = 1/Z',
        `grad(W[k,j]) = (p[k] - ${target})*x[j]`,
      ],
      shifted: [
        `grad(s[k]) = p[k] - ${target}`,
        `grad(u[k]) = p[k] - ${target}`,
        'grad(m) = 0',
        `grad(W[k,j]) = (p[k] - ${target})*x[j]`,
      ],
      temperature: [`grad(s[k]) = (p[k] - ${target})/T`, `grad(u[k]) = p[k] - ${target}`],
    };
    expect([...new Set(holds.map(({ text }) => text))]).toEqual(bySoftmax[choices.scores!]);
    const wrong = claims.filter((claim) => !holds.includes(claim));
    const allowed = choices.scores === 'temperature' ? /^grad\((s|W)/ : /^$/;
    expect(wrong.filter(({ text }) => !allowed.test(text))).toEqual([]);
  });

  it('has a Jacobian whose rows and columns add up to 0', () => {
    const numbers = runOf(combinations[0]!).at(0);
    const classes = [1, 2, 3];
    const entry = (i: number, j: number): number => numbers.double(`local/p[${i}]/s[${j}]`)!;
    for (const i of classes) {
      expect(classes.reduce((sum, j) => sum + entry(i, j), 0)).toBeCloseTo(0, 14);
      expect(classes.reduce((sum, j) => sum + entry(j, i), 0)).toBeCloseTo(0, 14);
    }
  });

  it('prints what the source prints, and says why where it differs', async () => {
    expect(lesson.published.map(({ printed }) => printed)).toEqual(fused.published.map(({ value }) => value));
    const numbers = runOf(combinations[0]!).at(0);
    for (const [i, published] of lesson.published.entries()) {
      const row = rowOf(published);
      await numbers.confirm([row.ref], row.ownDigits);
      const { agrees } = fused.published[i]!;
      expect([published.ref, compare(row, numbers).verdict]).toEqual([published.ref, agrees ? 'agrees' : 'differs']);
      expect([published.ref, published.reason === undefined]).toEqual([published.ref, agrees]);
    }
  });

  it('links to steps that other lessons have', async () => {
    const read = async (id: string) =>
      readLesson(readFileSync(new URL(`../../lessons/${id}.md`, import.meta.url), 'utf8'), `${id}.md`);
    const links = parts.flatMap((part) => (part.kind === 'link' && part.href.startsWith('#') ? [part.href] : []));
    expect(links.length).toBeGreaterThan(5);
    for (const href of new Set(links)) {
      const [, id = '', ref] = /^#v1\/([^/]+)(?:\/(.+))?$/.exec(href) ?? [];
      const other = await read(id);
      expect(other.id).toBe(id);
      const { trace } = new Run(traceOf(setupOf({ lesson: other, edits: {}, choices: {} })));
      if (ref !== undefined) expect(trace.find(ref)?.ref).toBe(ref);
    }
  });

  it('types no decimal number in its prose: those are live, or printed in the source', () => {
    const textOf = (part: InlinePart): readonly string[] =>
      'text' in part ? [part.text] : 'tex' in part ? [part.tex] : [];
    const notes = lesson.conventions.flatMap(({ choices }) =>
      choices.flatMap(({ label, note }) => [label, note ?? '']),
    );
    const display = blocks.flatMap((block) => ('tex' in block ? [block.tex] : []));
    const claims = (lesson.program.claims ?? []).map(({ note }) => note ?? '');
    const all = [
      ...parts.flatMap(textOf),
      ...display,
      ...notes,
      ...claims,
      ...Object.values(lesson.names),
      lesson.summary,
    ];
    expect(all.filter((text) => /\d[.,]\d(?!\d\d\b)/.test(text))).toEqual([]);
    const reasons = lesson.published.flatMap(({ reason }) => partsOf(reason ?? [])).flatMap(textOf);
    const quoted = reasons.flatMap((text) => text.match(/\d+\.\d+/g) ?? []);
    expect(quoted.length).toBeGreaterThan(0);
    expect(quoted.filter((number) => !fused.notes.includes(number))).toEqual([]);
  });

  it('typesets', () => {
    const formulas = [...parts, ...blocks].flatMap((part) => (part.kind === 'math' ? [part.tex] : []));
    expect(formulas.length).toBeGreaterThan(30);
    for (const tex of formulas)
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
  });

  it('keeps its public names: its id, its conventions and their choices', () => {
    expect(lesson.id).toBe('softmax-cross-entropy');
    expect(lesson.needs).toEqual(['mazur']);
    expect(lesson.conventions.map(({ id, choices }) => [id, choices.map((choice) => choice.id)])).toEqual([
      ['target', ['one-hot', 'label', 'soft']],
      ['scores', ['plain', 'written-out', 'shifted', 'temperature']],
    ]);
  });
});
