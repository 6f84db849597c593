import { describe, expect, test } from 'vitest';
import { print } from '../../src/interpret/print.js';
import type { Factor, Step, Trace } from '../../src/trace/step.js';
import { mazur } from './mazur.js';

const targets = (trace: Trace, phase: Step['phase']): readonly string[] =>
  trace.walk.filter((step) => step.phase === phase).map(({ target }) => target);
const refs = (factors: readonly Factor[]): readonly string[] => factors.map(({ ref }) => ref);
const meanings = (factors: readonly Factor[]): readonly string[] => factors.map(({ meaning }) => print(meaning));

describe('the order of the steps', () => {
  const trace = mazur({ biases: 'shared' });

  test('forward as the program says; what depends on a target is loss', () => {
    const hidden = ['net_h1', 'out_h1', 'net_h2', 'out_h2'];
    expect(targets(trace, 'forward')).toEqual([...hidden, 'net_o1', 'out_o1', 'net_o2', 'out_o2']);
    expect(targets(trace, 'loss')).toEqual(['E_o1', 'E_o2', 'E_total']);
  });

  test('backward by distance from the loss, parameters first', () => {
    expect(targets(trace, 'backward').join(' ')).toBe(
      'E_total E_o1 E_o2 out_o1 out_o2 net_o1 net_o2 w5 w6 w7 w8 b2 out_h1 out_h2 net_h1 net_h2 w1 w2 w3 w4 b1',
    );
  });

  test('updates last, every parameter once', () => {
    expect(targets(trace, 'update').join(' ')).toBe('w1 w2 w3 w4 w5 w6 w7 w8 b1 b2');
    expect(trace.walk.slice(-10).map(({ phase }) => phase)).toEqual(Array(10).fill('update'));
  });

  test.each([
    ['frozen', 40],
    ['shared', 42],
    ['per-neuron', 46],
  ])('biases %s: %d steps', (biases, count) => {
    expect(mazur({ biases }).walk).toHaveLength(count);
  });

  test('inputs have gradients, on request only', () => {
    const onRequest = trace.steps.filter((step) => step.onRequest).map(({ ref }) => ref);
    expect(onRequest).toEqual(['backward/i1', 'backward/i2']);
    expect(trace.walk).not.toContain(trace.find('backward/i1'));
    expect(trace.find('backward/target_o1')).toBeUndefined();
  });

  test('nothing is computed before what it needs', () => {
    for (const updateOrder of ['old', 'updated']) {
      const { assignments, setup } = mazur({ 'update-order': updateOrder });
      const known = new Set(setup.given.map(({ name }) => name));
      for (const { ref, shown, computed } of assignments) {
        const text = `${print(shown)} ${print(computed)}`;
        const used = [...text.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name!);
        expect(used.filter((name) => !known.has(name))).toEqual([]);
        known.add(ref);
      }
    }
  });
});

describe('paths', () => {
  const trace = mazur();
  const paths = (ref: string): Step['paths'] => trace.find(ref)!.paths;

  test('∂E/∂w5 is written as the textbook writes it', () => {
    const [path, ...others] = paths('backward/w5');
    expect(others).toEqual([]);
    expect(refs(path!.local)).toEqual(['backward/net_o1', 'local/net_o1/w5']);
    expect(refs(path!.expanded)).toEqual(['backward/out_o1', 'local/out_o1/net_o1', 'local/net_o1/w5']);
    expect(meanings(path!.expanded)).toEqual(['out_o1 - target_o1', 'out_o1*(1 - out_o1)', 'out_h1']);
    expect(path!.expanded.map(({ role }) => role)).toEqual(['upstream', 'local', 'input']);
  });

  test('∂E/∂w1 goes up to ∂E/∂out_h1, where paths branch', () => {
    const [path] = paths('backward/w1');
    expect(refs(path!.expanded)).toEqual(['backward/out_h1', 'local/out_h1/net_h1', 'local/net_h1/w1']);
    expect(meanings(path!.expanded)).toEqual(['{backward/out_h1}', 'out_h1*(1 - out_h1)', 'i1']);
  });

  test('out_h1 is blamed along two paths, each a step of its own', () => {
    const { children, formula } = trace.find('backward/out_h1')!;
    expect(paths('backward/out_h1').map(({ via }) => via)).toEqual(['net_o1', 'net_o2']);
    expect(children.map(({ ref }) => ref)).toEqual(['backward/out_h1/net_o1', 'backward/out_h1/net_o2']);
    expect(print(formula)).toBe('{backward/net_o1}*{local/net_o1/out_h1} + {backward/net_o2}*{local/net_o2/out_h1}');
    expect(meanings(paths('backward/out_h1')[1]!.expanded)).toEqual([
      'out_o2 - target_o2',
      'out_o2*(1 - out_o2)',
      'w7',
    ]);
  });

  test('a bias that a whole layer shares has one path for each neuron', () => {
    expect(paths('backward/b1').map(({ ref }) => ref)).toEqual(['backward/b1/net_h1', 'backward/b1/net_h2']);
    expect(refs(paths('backward/b1')[0]!.expanded)).toEqual(['backward/out_h1', 'local/out_h1/net_h1']);
  });

  test('a factor that is always 1 is left out, unless nothing else is there', () => {
    expect(refs(paths('backward/E_o1')[0]!.expanded)).toEqual(['local/E_total/E_o1']);
    expect(refs(paths('backward/out_o1')[0]!.expanded)).toEqual(['local/E_o1/out_o1']);
  });
});
