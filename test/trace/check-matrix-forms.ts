import { expect } from 'vitest';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { matrixFormOf } from '../../src/trace/matrix-form.js';
import type { Grid, MatrixNode } from '../../src/trace/matrix-node.js';
import type { Trace } from '../../src/trace/step.js';

type Matrix = readonly (readonly number[])[];

/** A matrix form worked out with plain loops, from the numbers in its grids. Nothing where it is not written with matrices. */
function work(node: MatrixNode, valuesOf: (grid: Grid) => Matrix): Matrix | undefined {
  const all = (nodes: readonly MatrixNode[]): readonly Matrix[] | undefined => {
    const worked = nodes.map((each) => work(each, valuesOf));
    return worked.every((each) => each !== undefined) ? worked : undefined;
  };
  const each = (a: Matrix, b: Matrix, combine: (x: number, y: number) => number): Matrix => {
    const [rows, columns] = a.length * a[0]!.length === 1 ? [b.length, b[0]!.length] : [a.length, a[0]!.length];
    // A bias is written as a column and serves every row of a batch.
    const at = (m: Matrix, i: number, j: number): number => {
      if (m.length === rows && m[0]!.length === columns) return m[i]![j]!;
      if (m.length === 1 && m[0]!.length === 1) return m[0]![0]!;
      return m[j]![0]!;
    };
    return Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (_, j) => combine(at(a, i, j), at(b, i, j))),
    );
  };
  switch (node.kind) {
    case 'grid':
      return valuesOf(node.grid);
    case 'transpose': {
      const of = work(node.of, valuesOf);
      return of?.[0]!.map((_, j) => of.map((row) => row[j]!));
    }
    case 'sum':
    case 'difference':
      return all(node.terms)?.reduce((a, b) => each(a, b, (x, y) => (node.kind === 'sum' ? x + y : x - y)));
    case 'hadamard':
      return all(node.factors)?.reduce((a, b) => each(a, b, (x, y) => x * y));
    case 'product':
      return all(node.factors)?.reduce((a, b) => {
        if ([a, b].some((m) => m.length === 1 && m[0]!.length === 1)) return each(a, b, (x, y) => x * y);
        return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0)));
      });
    case 'sum-over': {
      const of = work(node.of, valuesOf);
      if (!of) return undefined;
      const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
      if (node.over === 'columns') return of.map((row) => [total(row)]);
      if (node.over === 'all') return [[total(of.flat())]];
      return of[0]!.map((_, j) => [total(of.map((row) => row[j]!))]);
    }
    case 'formula':
      return undefined;
  }
}

/** Work out the matrix form of every tensor's step and hold it against the scalar numbers in its result. */
export function checkMatrixForms(trace: Trace): {
  readonly checked: readonly string[];
  readonly without: readonly string[];
} {
  const outcomes = evaluateTrace(trace, readGiven(trace, float64), float64);
  const valuesOf = ({ cells }: Grid): Matrix =>
    cells.map((row) =>
      row.map((ref) => {
        if (ref === undefined) return 0;
        const outcome = outcomes.get(ref);
        if (!outcome || 'failure' in outcome) throw new Error(`${ref} has no value.`);
        return outcome.value;
      }),
    );
  const checked: string[] = [];
  const without: string[] = [];
  for (const tensor of trace.steps.filter(({ kind }) => kind === 'tensor')) {
    for (const step of [tensor, ...tensor.children]) {
      const form = matrixFormOf(trace, step);
      const right = form && work(form.right, valuesOf);
      if (!right) {
        if (step === tensor) without.push(step.ref);
        continue;
      }
      const result = valuesOf(form.result);
      expect(
        right.map((row) => row.length),
        step.ref,
      ).toEqual(result.map((row) => row.length));
      right.flat().forEach((x, i) => expect(x, step.ref).toBeCloseTo(result.flat()[i]!, 12));
      if (step === tensor) checked.push(step.ref);
    }
  }
  return { checked, without };
}
