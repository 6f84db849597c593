import { readFileSync } from 'node:fs';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, InlinePart } from '../../src/lesson/lesson.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { setupOf } from '../../src/state/setup-of.js';
import { traceOf } from '../../src/trace/trace.js';

const file = new URL('../../lessons/mazur.md', import.meta.url);
const lesson = await readLesson(readFileSync(file, 'utf8'), 'mazur.md');

interface Case {
  readonly inputs: { readonly x: string[][] };
  readonly targets: { readonly t: string[][] };
  readonly params: { readonly W1: string[][]; readonly W2: string[][]; readonly b1: string[]; readonly b2: string[] };
  readonly optimizer: { readonly lr: string };
  readonly published: readonly { readonly value: string }[];
}

const fixture = (id: string): Case =>
  JSON.parse(readFileSync(new URL(`../fixtures/cases/${id}.json`, import.meta.url), 'utf8')) as Case;

const inlinesOf = (block: Block): readonly Inline[] =>
  block.kind === 'paragraph' ? [block.content] : block.kind === 'list' ? block.items : [];
const partsOf = (inline: Inline): readonly InlinePart[] =>
  inline.flatMap((part) => ['content' in part ? partsOf(part.content) : [], part].flat());
const blocks = lesson.sections.flatMap((section) => [...section.blocks, ...section.notes]);
const parts = blocks.flatMap(inlinesOf).flatMap(partsOf);

describe('the first lesson', () => {
  it('has the numbers of the source', () => {
    const { inputs, targets, params, optimizer } = fixture('mazur-step1');
    const values = lesson.given.map(({ text }) => text);
    const w = [...params.W1.flat(), ...params.W2.flat()];
    expect(values).toEqual([...inputs.x.flat(), ...targets.t.flat(), ...w, ...params.b1, ...params.b2]);
    expect(lesson.update.settings.rate).toBe(optimizer.lr);
    const perNeuron = lesson.conventions[0]!.choices[2]!.given!.map(({ text }) => text);
    const { params: own } = fixture('mazur-bias-per-neuron');
    expect(perNeuron).toEqual([...own.b1, ...own.b2]);
  });

  it.each([
    {},
    { biases: 'shared' },
    { biases: 'per-neuron' },
    { 'update-order': 'updated' },
    { half: 'without-half', reduction: 'mean' },
  ])('has prose for every step under %j', (choices) => {
    const { walk } = traceOf(setupOf({ lesson, edits: {}, choices }));
    const written = new Set(
      lesson.sections.filter(({ when, ownValuesOnly }) => !when && !ownValuesOnly).map(({ ref }) => ref),
    );
    expect(walk.map(({ ref }) => ref).filter((ref) => !written.has(ref))).toEqual([]);
  });

  it('has a plain name for every factor', () => {
    const { walk } = traceOf(setupOf({ lesson, edits: {}, choices: {} }));
    const factors = walk.flatMap(({ paths }) => paths.flatMap(({ local, expanded }) => [...local, ...expanded]));
    expect(factors.map(({ ref }) => ref).filter((ref) => !(ref in lesson.names))).toEqual([]);
  });

  it('types no decimal number in its prose: those are live', () => {
    const typed = parts.flatMap((part) => ('text' in part ? [part.text] : 'tex' in part ? [part.tex] : []));
    const reasons = lesson.published
      .flatMap(({ reason }) => partsOf(reason ?? []))
      .flatMap((part) => ('text' in part ? [part.text] : []));
    const notes = lesson.conventions.flatMap(({ choices }) =>
      choices.flatMap(({ label, note }) => [label, note ?? '']),
    );
    const all = [...typed, ...reasons, ...notes, ...Object.values(lesson.names), lesson.summary];
    expect(all.filter((text) => /\d[.,]\d(?!\d\d\b)/.test(text))).toEqual([]);
  });

  it('typesets', () => {
    const formulas = [...parts, ...blocks].flatMap((part) => (part.kind === 'math' ? [part.tex] : []));
    expect(formulas.length).toBeGreaterThan(5);
    for (const tex of formulas)
      expect(() => katex.renderToString(tex, { throwOnError: true, strict: 'error' }), tex).not.toThrow();
  });

  it('prints what the source prints, and says why where it differs', () => {
    const printed = lesson.published.map((row) => row.printed);
    const { published } = fixture('mazur-step1');
    for (const { value } of published) expect(printed).toContain(value);
    for (const { value } of fixture('mazur-10000').published) expect(printed).toContain(value);
    const different = lesson.published.filter(({ reason }) => reason);
    expect(different.map(({ ref, printed, reproducedBy }) => [ref, printed, reproducedBy])).toEqual([
      ['backward/out_h1/net_o2', '-0.019049119', undefined],
      ['E_total@1', '0.291027924', { 'update-order': 'updated' }],
      ['E_total@10000', '0.0000351085', undefined],
      ['out_o1@10000', '0.015912196', { 'update-order': 'updated' }],
      ['out_o2@10000', '0.984065734', { 'update-order': 'updated' }],
    ]);
  });

  it('keeps its public names: its id, its conventions and their choices', () => {
    expect(lesson.id).toBe('mazur');
    expect(lesson.conventions.map(({ id, choices }) => [id, choices.map((choice) => choice.id)])).toEqual([
      ['biases', ['frozen', 'shared', 'per-neuron']],
      ['update-order', ['old', 'updated']],
      ['half', ['with-half', 'without-half']],
      ['reduction', ['sum', 'mean']],
    ]);
  });
});
