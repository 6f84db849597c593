import { expect, test } from 'vitest';
import { call, name } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { ops, vectorOps } from '../../src/ops/known.js';

const opsIn = (formula: Formula): readonly string[] =>
  formula.kind === 'call' ? [formula.op, ...formula.args.flatMap(opsIn)] : [];

test('the ops that are there at once need none of those that come later', async () => {
  const first = [...ops.values()];
  for (const op of first) {
    const inputs = op.inputs === 'list' ? [name('a'), name('b')] : op.inputs.map((each) => name(each));
    const partials = [op.partials, op.stable?.partials].flatMap(
      (of) => of?.(inputs, call(op.name, ...inputs), []) ?? [],
    );
    expect(
      partials.flatMap(opsIn).filter((each) => !ops.has(each)),
      op.name,
    ).toEqual([]);
  }
  expect(vectorOps.size).toBe(0);
  await import('../../src/ops/index.js');
  expect(ops.size).toBeGreaterThan(first.length);
  expect(vectorOps.has('softmax')).toBe(true);
});
