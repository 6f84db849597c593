import fc from 'fast-check';
import { add, call, div, mul, name, pow, sqrt, sub } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { evaluate } from '../../src/interpret/evaluate.js';
import { float64 } from '../../src/numbers/float64.js';
import { opNamed } from '../../src/ops/index.js';
import { sgd } from '../trace/sgd.js';
import { programOf, type Given, type Line } from '../../src/program/program.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import type { Setup } from '../../src/trace/setup.js';
import type { Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';

/** How a line is made from the names before it. */
type Shape = (a: Formula, b: Formula, c: Formula) => Formula;

const unary = (...ops: readonly string[]): Shape[] => ops.map((op) => (a) => call(op, a));

const rational: readonly Shape[] = [
  (a, b, c) => add(mul(a, b), c),
  (a, b, c) => add(mul(a, b), mul(b, c), mul(c, a), c),
  (a, b, c) => add(c, mul(a, b), 1),
  (a, b, c) => mul(a, b, c),
  (a, b) => sub(a, mul(2, b)),
  (a, b) => sub(b, mul(a, mul(b, a))),
  (a, b) => div(a, add(1, pow(b, 2))),
  (a, b) => div(pow(sub(a, b), 2), 2),
  (a, b, c) => call('mean', a, b, c),
  (a, b) => call('sum', a, b),
  (a) => call('neg', a),
  (a) => call('identity', a),
];

const smooth: readonly Shape[] = [
  ...rational,
  ...unary('sigmoid', 'tanh', 'softplus', 'silu', 'gelu', 'geluTanh', 'erf', 'erfc', 'normalCdf', 'normalPdf'),
  (a, b, c) => call('sigmoid', add(mul(a, b), c)),
  (a, b) => call('tanh', sub(a, b)),
  (a) => call('exp', div(a, 4)),
  (a) => call('expm1', div(a, 4)),
  (a) => call('log', add(1, pow(a, 2))),
  (a) => call('log1p', pow(a, 2)),
  (a) => sqrt(add(1, mul(a, a))),
];

const kinked: readonly Shape[] = [
  ...unary('relu', 'abs'),
  (a) => call('leakyRelu', a, 0.1),
  (a) => call('elu', a, 1.5),
  (a, b) => call('max', a, b),
  (a, b) => call('min', a, mul(2, b)),
];

const sets = { rational, smooth, all: [...smooth, ...kinked] } as const;

const givenNames = ['u', 'v', 'w', 'x'];

/**
 * Random scalar programs over four parameters, all of them trained: up to eight lines, each from what came before,
 * and a loss over the last two. Values stay below 100, and 0.01 away from every kink.
 */
export function arbitraryTrace(
  kind: keyof typeof sets,
  updateOrder: Setup['updateOrder'] = 'old',
): fc.Arbitrary<Trace> {
  const shapes = sets[kind];
  const pick = fc.nat(99);
  const line = fc.tuple(fc.nat(shapes.length - 1), pick, pick, pick);
  const value = fc.integer({ min: -200, max: 200 }).map((hundredths) => (hundredths / 100).toFixed(2));
  return fc
    .tuple(fc.array(line, { minLength: 2, maxLength: 8 }), fc.array(value, { minLength: 4, maxLength: 4 }))
    .map(([picks, values]) => {
      const names = [...givenNames];
      const lines = picks.map(([shape, ...places]): Line => {
        const [a, b, c] = places.map((place) => name(names[names.length - 1 - (place % names.length)]!));
        const number = names.length - givenNames.length + 1;
        names.push(`y${number}`);
        return { name: `y${number}`, formula: shapes[shape]!(a!, b!, c!), text: '', line: number };
      });
      const [last, before] = [name(names.at(-1)!), name(names.at(-2)!)];
      const loss: Line = { name: 'L', formula: add(pow(last, 2), mul(last, before)), text: '', line: lines.length + 1 };
      return setupOf([...lines, loss], values, updateOrder);
    })
    .map(traceOf)
    .filter(isTame);
}

function setupOf(lines: readonly Line[], values: readonly string[], updateOrder: Setup['updateOrder']): Setup {
  const program = programOf(lines);
  const parameters = givenNames.map((each, i): Given => ({ name: each, text: values[i]!, role: 'parameter' }));
  const used = parameters.filter((each) => program.given.includes(each.name));
  return {
    program,
    loss: 'L',
    given: [...used, { name: 'rate', text: '0.05', role: 'constant' }],
    trained: new Set(used.map((each) => each.name)),
    optimiser: sgd,
    updateOrder,
  };
}

function isTame(trace: Trace): boolean {
  const outcomes = evaluateTrace(trace, readGiven(trace, float64), float64);
  const valueOf = (ref: string): number => {
    const outcome = outcomes.get(ref)!;
    return 'value' in outcome ? outcome.value : NaN;
  };
  if (!trace.assignments.every(({ ref }) => Math.abs(valueOf(ref)) < 100)) return false;
  return trace.setup.program.lines.every(({ formula }) => isSmoothAt(formula, valueOf));
}

function isSmoothAt(formula: Formula, valueOf: (name: string) => number): boolean {
  if (formula.kind !== 'call') return true;
  const distances = (opNamed(formula.op, formula.at).kinks ?? []).map(({ at }) =>
    evaluate(at(...formula.args), valueOf, float64),
  );
  return distances.every((each) => Math.abs(each) > 0.01) && formula.args.every((arg) => isSmoothAt(arg, valueOf));
}
