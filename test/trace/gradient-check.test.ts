import { describe, expect, test } from 'vitest';
import { decimals } from '../../src/numbers/decimal.js';
import { float64 } from '../../src/numbers/float64.js';
import { readProgram } from '../../src/program/read-program.js';
import { sgd } from './sgd.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import {
  checkedInDecimals,
  checkedInDoubles,
  checkGradient,
  type GradientCheck,
} from '../../src/trace/gradient-check.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { expand } from '../../src/tensors/expand.js';
import { mazur } from './mazur.js';

const system = await decimals(60);

function check(trace: Trace, ref: string): GradientCheck<number> | undefined {
  return checkGradient(trace, evaluateTrace(trace, readGiven(trace, float64), float64), ref, checkedInDoubles);
}

const derivativesOf = (trace: Trace): readonly string[] =>
  trace.assignments.map(({ ref }) => ref).filter((ref) => /^(backward|local)\//.test(ref));

/** A loss L = … of one parameter w. */
const single = async (loss: string, w: string): Promise<Trace> =>
  traceOf({
    program: expand(await readProgram(`L = ${loss}`, { loss: 'L' }), []),
    loss: 'L',
    given: [{ name: 'w', text: w, role: 'parameter' }],
    trained: new Set(),
    optimiser: sgd,
    updateOrder: 'old',
  });

describe('in the worked example', () => {
  const trace = mazur({ biases: 'shared' });

  test('every derivative agrees, to 7 digits in doubles', () => {
    for (const ref of derivativesOf(trace)) {
      expect(check(trace, ref)).toMatchObject({ ref, agrees: true });
      expect(check(trace, ref)!.difference).toBeLessThan(1e-7);
    }
  });

  test('and to 30 digits in decimals', { timeout: 60_000 }, () => {
    const outcomes = evaluateTrace(trace, readGiven(trace, system), system);
    for (const ref of derivativesOf(trace)) {
      const result = checkGradient(trace, outcomes, ref, checkedInDecimals(system))!;
      expect(result.agrees).toBe(true);
      expect(result.difference.approx.toNumber()).toBeLessThan(1e-30);
    }
  });

  test('a row says what was nudged, by how much, and what came of it', () => {
    const row = check(trace, 'backward/w5')!;
    expect(row).toMatchObject({ ref: 'backward/w5', nudged: 'w5', measured: 'E_total', h: '1e-5', agrees: true });
    expect(row.within).toBeUndefined();
    expect(row.ours).toBeCloseTo(0.0821670405642, 12);
    expect((row.plus - row.minus) / 2e-5).toBeCloseTo(row.numeric, 12);
  });

  test('a path is nudged through its own line only, and so is the derivative of one line', () => {
    const path = check(trace, 'backward/out_h1/net_o2')!;
    expect(path).toMatchObject({ nudged: 'out_h1', within: 'net_o2', measured: 'E_total', agrees: true });
    expect(path.numeric).toBeCloseTo(-0.0190491182583, 9);
    const local = check(trace, 'local/out_o1/net_o1')!;
    expect(local).toMatchObject({ nudged: 'net_o1', within: 'out_o1', measured: 'out_o1', agrees: true });
    expect(local.numeric).toBeCloseTo(0.186815601809, 9);
  });

  test('there is none for values, updates and unknown references', () => {
    for (const ref of ['net_h1', 'forward/net_h1', 'update/w5', 'backward/nothing', 'local/w5/i1']) {
      expect(check(trace, ref)).toBeUndefined();
    }
  });

  test('gradients from already updated weights are not the derivative, and it shows', () => {
    const superseded = mazur({ 'update-order': 'updated' });
    const wrong = derivativesOf(superseded).filter((ref) => !check(superseded, ref)!.agrees);
    expect(wrong).toEqual(expect.arrayContaining(['backward/out_h1', 'backward/w1', 'backward/b1']));
    expect(wrong).not.toContain('backward/w5');
    const row = check(superseded, 'backward/w1')!;
    expect(row.numeric).toBeCloseTo(0.000438567734, 10);
    expect(row.ours).toBeCloseTo(0.000364722878, 10);
  });
});

describe('elsewhere', () => {
  test('the nudge grows with the value', async () => {
    expect(check(await single('w^2', '12345'), 'backward/w')).toMatchObject({ h: '1e0', agrees: true });
    expect(check(await single('w^2', '0'), 'backward/w')).toMatchObject({ h: '1e-5', agrees: true, difference: 0 });
  });

  test('at a kink the convention and the central difference disagree', async () => {
    expect(check(await single('relu(w)', '0'), 'backward/w')).toMatchObject({ numeric: 0.5, ours: 0, agrees: false });
    expect(check(await single('relu(w)', '0.1'), 'backward/w')).toMatchObject({ ours: 1, agrees: true });
  });

  test('where a nudged value has no loss there is no row', async () => {
    expect(check(await single('log(w)', '0.000001'), 'backward/w')).toBeUndefined();
    expect(check(await single('log(w)', '-1'), 'backward/w')).toBeUndefined();
    expect(check(await single('exp(w)', '800'), 'backward/w')).toBeUndefined();
  });
});
