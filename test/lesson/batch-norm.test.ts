import { readFileSync } from 'node:fs';
import katex from 'katex';
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../src/interpret/evaluate.js';
import type { Block, Inline, InlinePart, Section } from '../../src/lesson/lesson.js';
import { plainNameOf } from '../../src/lesson/plain-name.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { float64 } from '../../src/numbers/float64.js';
import { checkClaim } from '../../src/state/claims.js';
import { hasOwnValues, initialState, type LessonState } from '../../src/state/lesson-state.js';
import { loadTraining, Run } from '../../src/state/run.js';
import { setupOf } from '../../src/state/setup-of.js';
import { loadTensors } from '../../src/state/tensors.js';
import { zerosOf } from '../../src/state/zeros.js';
import { evaluateTrace } from '../../src/trace/evaluate-trace.js';
import { gradientOf, localOf, updateOf, valueReference } from '../../src/trace/reference.js';
import type { Step, Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { elementsOf, readCase, type Tensors } from '../trace/case.js';

const file = new URL('../../lessons/batch-norm.md', import.meta.url);
const lesson = await readLesson(readFileSync(file, 'utf8'), 'batch-norm.md');
const { expected, ...given } = readCase('batchnorm-2layer-softmax');

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items : [];
const partsOf = (inline: Inline): readonly InlinePart[] =>
  inline.flatMap((part) => ['content' in part ? partsOf(part.content) : [], part].flat());
const blocksOf = ({ blocks, notes }: Section): readonly Block[] => [...blocks, ...notes];
const blocks = lesson.sections.flatMap(blocksOf);
const parts = blocks.flatMap(inlinesOf).flatMap(partsOf);

interface Setting {
  readonly choices?: Readonly<Record<string, string>>;
  readonly edits?: Readonly<Record<string, string>>;
}

/** Every choice of every convention with every other. */
const combinations = lesson.conventions.reduce<readonly Readonly<Record<string, string>>[]>(
  (all, { id, choices }) => all.flatMap((each) => choices.map((choice) => ({ ...each, [id]: choice.id }))),
  [{}],
);
const training = combinations.filter(({ mode }) => mode === 'training');

/** Numbers that a reader may try. */
const tried: readonly Setting[] = [
  ...combinations.map((choices) => ({ choices })),
  { edits: { 'x[4,1]': '3.2' } },
  { edits: { 'x[4,1]': '3.2' }, choices: { mode: 'evaluation' } },
  { edits: { eps: '1' } },
  { edits: { eps: '1' }, choices: { batch: 'two' } },
  { edits: { 'y[1]': '2', 'y[4]': '2' } },
  { edits: { 'x[1,2]': '3' } },
  { edits: { 'x[1,2]': '3' }, choices: { mode: 'evaluation' } },
];

const stateOf = ({ choices = {}, edits = {} }: Setting): LessonState => {
  const own = (id: string): string | undefined => lesson.conventions.find((each) => each.id === id)?.choices[0]?.id;
  const changed = Object.entries(choices).filter(([id, choice]) => choice !== own(id));
  return { ...initialState(lesson), choices: Object.fromEntries(changed), edits };
};
const runOf = (setting: Setting): Run => new Run(traceOf(setupOf(stateOf(setting))));

/** Every double of an iteration, zeros included, by reference. */
type Doubles = (ref: string) => number;
const doublesOf = (run: Run, iteration = 0): Doubles => {
  const outcomes = evaluateTrace(run.trace, run.givenAt(iteration), float64);
  return (ref) => {
    const outcome = outcomes.get(valueReference(ref));
    return outcome && 'value' in outcome ? outcome.value : NaN;
  };
};
const doubles = (setting: Setting = {}): Doubles => doublesOf(runOf(setting));
const allSteps = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((step) => [step, ...allSteps(step.children)]);
/** The same for all elements: `local/p/s` for `local/p[3]/s[1]`. */
const ofAll = (ref: string): string => ref.replace(/\[[^\]]*\]/g, '');
const elementSteps = ({ steps }: Trace): readonly Step[] =>
  steps.flatMap((step) => (step.kind === 'tensor' ? step.children : [step]));

/** The sections that a reader may see under these choices and numbers. */
function shown(setting: Setting, run: Run): readonly Section[] {
  const numbers = run.at(0);
  const isOwn = hasOwnValues(stateOf(setting));
  return lesson.sections.filter(({ when, ownValuesOnly }) => {
    if (ownValuesOnly && !isOwn) return false;
    return !when || evaluate(when, (ref) => numbers.double(ref) ?? NaN, float64) > 0;
  });
}

beforeAll(async () => {
  await loadTensors();
  await loadTraining();
}, 60_000);

describe('the lesson on batch normalisation', () => {
  it('has the numbers of the case', () => {
    const { inputs, targets, params, optimizer, ops } = given;
    const tensors = { ...inputs, ...targets, ...params };
    const texts = Object.entries(tensors).flatMap(([tensor, value]) =>
      elementsOf(value).map(([index, text]) => [tensor + index, text] as const),
    );
    const own = new Map(lesson.given.map(({ name, text }) => [name, text]));
    expect(own).toEqual(new Map([...texts, ['eps', ops.find(({ op }) => op === 'batchnorm')!.attrs!['eps']!]]));
    expect(lesson.update.settings.rate).toBe(optimizer!.lr);
  });

  describe('agrees with the case in doubles', () => {
    const renamed: Readonly<Record<string, string>> = { 'L.p': 'l.p', 'L.per_sample': 'l' };
    const [first, second] = expected.steps!;
    const value = (element: string): string => element;
    const slope = (element: string): string => localOf(element, element.replace('a1', 'n1'));
    const listed: readonly (readonly [section: string, number, Tensors, (element: string) => string])[] = [
      ['forward', 0, expected.forward, value],
      ['aux', 0, expected.aux!, value],
      ['loss', 0, { L: expected.loss }, value],
      ['local derivatives', 0, expected.local_derivatives!, slope],
      ['gradients', 0, expected.gradients, gradientOf],
      ['aux gradients', 0, expected.aux_gradients!, gradientOf],
      ['parameters after an update', 0, first!.params, updateOf],
      ['loss after an update', 1, { L: second!.loss_before }, value],
      ['gradients after an update', 1, second!.gradients!, gradientOf],
      ['loss after two updates', 2, { L: expected.loss_after! }, value],
    ];

    it.each(listed)('%s', (_, iteration, tensors, refOf) => {
      const ours = doublesOf(runOf({}), iteration);
      const largest = (of: readonly (readonly [string, string])[]): number =>
        Math.max(...of.map(([, text]) => Math.abs(Number(text))));
      const section = Object.values(tensors).flatMap((value) => elementsOf(value));
      for (const [tensor, value] of Object.entries(tensors)) {
        const elements = elementsOf(value);
        const allowed = Math.max(1e-11 * largest(elements), 1e-14 * largest(section));
        for (const [index, text] of elements) {
          const ref = refOf((renamed[tensor] ?? tensor) + index);
          expect(Math.abs(ours(ref) - Number(text)), ref).toBeLessThanOrEqual(allowed);
        }
      }
    });
  });

  it.each(combinations)('has prose for every step under %j', (choices) => {
    const { walk } = runOf({ choices }).trace;
    const always = lesson.sections.filter(({ when, ownValuesOnly }) => !when && !ownValuesOnly);
    const written = new Set(always.map(({ ref }) => ref));
    expect(walk.map(({ ref }) => ref).filter((ref) => !written.has(ref))).toEqual([]);
  });

  it.each(combinations)('has a plain name for every factor under %j', (choices) => {
    const factors = elementSteps(runOf({ choices }).trace)
      .flatMap(({ paths }) => paths)
      .flatMap(({ local, expanded }) => [...local, ...expanded]);
    expect(factors.map(({ ref }) => ref).filter((ref) => plainNameOf(lesson, ref) === undefined)).toEqual([]);
  });

  it.each(tried)('shows only numbers and steps that exist, with %j', (setting) => {
    const run = runOf(setting);
    const [start, after] = [doublesOf(run), doublesOf(run, 1)];
    const valueOf = (ref: string): number => (ref.endsWith('@1') ? after : start)(ref.replace(/@\d+$/, ''));
    const refs = allSteps(run.trace.steps).flatMap(({ ref }) => [ref, ofAll(ref)]);
    // A section of a step that is not there is never read.
    const read = shown(setting, run).filter(({ ref }) => ref === 'lesson' || refs.includes(ref));
    const said = read.flatMap(blocksOf).flatMap(inlinesOf).flatMap(partsOf);
    const numbers = said.flatMap((part) => (part.kind === 'number' ? [part.ref] : []));
    expect(numbers.filter((ref) => Number.isNaN(valueOf(ref)))).toEqual([]);
    const steps = said.flatMap((part) => (part.kind === 'step' ? [part.ref] : []));
    expect(steps.filter((ref) => !run.trace.find(ref))).toEqual([]);
  });

  it('has no section of a step that never comes up', () => {
    const runs = combinations.map((choices) => runOf({ choices }));
    const refs = new Set(runs.flatMap(({ trace }) => allSteps(trace.steps).flatMap(({ ref }) => [ref, ofAll(ref)])));
    expect(lesson.sections.map(({ ref }) => ref).filter((ref) => ref !== 'lesson' && !refs.has(ref))).toEqual([]);
  });

  it('has no condition that always holds or never', () => {
    const seen = tried.map((setting) => shown(setting, runOf(setting)));
    const conditional = lesson.sections.filter(({ when }) => when);
    const odd = conditional.filter((section) => {
      const times = seen.filter((sections) => sections.includes(section)).length;
      return times === 0 || times === seen.length;
    });
    expect(odd.map(({ ref, blocks }) => [ref, blocks])).toEqual([]);
  });

  it.each(combinations)('states closed forms that hold under %j', async (choices) => {
    const run = runOf({ choices });
    const stated = [...run.trace.setup.program.claims!.values()].flat();
    // What the lesson itself claims of the bias is about training.
    const claims = stated.filter(({ within }) => within !== undefined || training.includes(choices));
    const verdicts = await Promise.all(claims.map(async (claim) => [claim.ref, await checkClaim(run, 0, claim)]));
    const own = training.includes(choices) ? ['backward/b1[1]'] : [];
    const refs = claims.map(({ ref }) => ref);
    expect(refs).toEqual(expect.arrayContaining([...own, 'backward/z1[1,1]', 'backward/z2[1,1]']));
    expect(verdicts.filter(([, verdict]) => verdict !== 'holds')).toEqual([]);
  });

  it('says the truth about what is exactly 0: the bias, and the way through the variance to the mean', () => {
    for (const choices of training) {
      const { trace } = runOf({ choices });
      const { tensors } = trace.setup.program;
      const [features = 0] = tensors!.get('b1')!.shape;
      for (const iteration of [0, 1]) {
        const isZero = zerosOf(trace, iteration);
        for (let j = 1; j <= features; j++) {
          expect(isZero(`backward/b1[${j}]`)).toBe(true);
          expect(isZero(`local/n1.var[${j}]/n1.mean[${j}]`)).toBe(true);
          expect(isZero(`backward/n1.var[${j}]`)).toBe(false);
        }
      }
    }
    expect(Math.abs(doubles({ choices: { mode: 'evaluation' } })('backward/b1[1]'))).toBeGreaterThan(0.1);
  });

  it('says the truth about moving one sample', () => {
    const edits = { 'x[4,1]': '3.2' };
    const moved = (mode: string): readonly number[] => {
      const [before, after] = [doubles({ choices: { mode } }), doubles({ choices: { mode }, edits })];
      const row = (n: number): readonly string[] => [1, 2, 3].map((j) => `backward/z1[${n},${j}]`);
      return [1, 2, 3, 4].filter((n) => row(n).some((ref) => before(ref) !== after(ref)));
    };
    expect(moved('training')).toEqual([1, 2, 3, 4]);
    expect(moved('evaluation')).toEqual([4]);
    const evaluation = { mode: 'evaluation' };
    expect(doubles({ edits })('L')).toBeGreaterThan(doubles()('L'));
    expect(doubles({ edits, choices: evaluation })('L')).toBeLessThan(doubles({ choices: evaluation })('L'));
    expect(doubles()('a1[1,1]')).toBeGreaterThan(0);
    expect(doubles({ edits })('a1[1,1]')).toBe(0);
  });

  it('says the truth about the zeros of the ReLU', () => {
    const run = runOf({});
    const ours = doublesOf(run);
    const notZero = (ref: string): readonly string[] =>
      run.trace.find(ref)!.children.flatMap(({ target, result }) => (ours(result) === 0 ? [] : [target]));
    expect(notZero('forward/a1')).toEqual(['a1[1,1]', 'a1[2,2]', 'a1[3,3]', 'a1[4,1]']);
    expect(notZero('backward/n1')).toEqual(['n1[1,1]', 'n1[2,2]', 'n1[3,3]', 'n1[4,1]']);
    expect(notZero('backward/z1')).toHaveLength(12);
  });

  it('says the truth about two samples: what gets through is what ε lets through', () => {
    for (const eps of ['1e-5', '1']) {
      const ours = doubles({ choices: { batch: 'two' }, edits: { eps } });
      const difference = ours('backward/n1[1,1]') - ours('backward/n1[2,1]');
      const constants = (ours('gamma[1]') * ours('n1.inv_std[1]') * difference) / 2;
      const share = Number(eps) / (ours('n1.var[1]') + Number(eps));
      expect(ours('backward/z1[1,1]') / (constants * share)).toBeCloseTo(1, 9);
    }
  });

  it('says the truth about a row of weights: its gradient is at right angles to it, but for ε', () => {
    for (const [eps, most] of [
      ['0', 1e-15],
      ['1e-5', 1e-5],
    ] as const) {
      const ours = doubles({ edits: { eps } });
      for (const row of [1, 2, 3]) {
        const [first = 0, second = 0] = [1, 2].map((j) => ours(`W1[${row},${j}]`) * ours(`backward/W1[${row},${j}]`));
        expect(Math.abs(first + second)).toBeLessThan(most);
      }
    }
  });

  it('types no decimal number in its prose: those are live', () => {
    const typed = parts.flatMap((part) => ('text' in part ? [part.text] : 'tex' in part ? [part.tex] : []));
    const notes = lesson.conventions.flatMap(({ choices }) =>
      choices.flatMap(({ label, note }) => [label, note ?? '']),
    );
    const all = [...typed, ...notes, ...Object.values(lesson.names), lesson.summary];
    const withoutIndices = all.map((text) => text.replace(/\[[\d,]+\]/g, ''));
    expect(withoutIndices.filter((text) => /\d[.,]\d(?!\d\d\b)/.test(text))).toEqual([]);
  });

  it('typesets', () => {
    const formulas = [...parts, ...blocks].flatMap((part) => (part.kind === 'math' ? [part.tex] : []));
    expect(formulas.length).toBeGreaterThan(5);
    for (const tex of formulas)
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
  });

  it('keeps its public names: its id, its conventions and their choices', () => {
    expect(lesson.id).toBe('batch-norm');
    expect(lesson.conventions.map(({ id, choices }) => [id, choices.map((choice) => choice.id)])).toEqual([
      ['mode', ['training', 'evaluation']],
      ['batch', ['four', 'two']],
      ['reduction', ['mean', 'sum']],
    ]);
  });
});
