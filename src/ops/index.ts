import { abs } from './abs.js';
import { add } from './add.js';
import { bceLogits } from './bce-logits.js';
import { bce } from './bce.js';
import { cos } from './cos.js';
import { div } from './div.js';
import { elu } from './elu.js';
import { erf } from './erf.js';
import { erfc } from './erfc.js';
import { exp } from './exp.js';
import { expm1 } from './expm1.js';
import { floor } from './floor.js';
import { gelu } from './gelu.js';
import { geluTanh } from './gelu-tanh.js';
import { identity } from './identity.js';
import { larger } from './larger.js';
import { leakyRelu } from './leaky-relu.js';
import { log } from './log.js';
import { logSoftmax } from './log-softmax.js';
import { log1p } from './log1p.js';
import { max } from './max.js';
import { maxFirst } from './max-first.js';
import { mean } from './mean.js';
import { min } from './min.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { normalCdf } from './normal-cdf.js';
import { normalPdf } from './normal-pdf.js';
import { pi } from './pi.js';
import { pow } from './pow.js';
import { relu } from './relu.js';
import { sigmoid } from './sigmoid.js';
import { sign } from './sign.js';
import { silu } from './silu.js';
import { sin } from './sin.js';
import { smaller } from './smaller.js';
import { softmax } from './softmax.js';
import { softplus } from './softplus.js';
import { sqrt } from './sqrt.js';
import { step } from './step.js';
import { sub } from './sub.js';
import { sum } from './sum.js';
import { tanh } from './tanh.js';
import type { Op, VectorOp } from './op.js';

/** Every op. A new one is one file, one line here, and one table in test/ops/tables. */
const all: readonly Op[] = [
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  sqrt,
  exp,
  expm1,
  log,
  log1p,
  sin,
  cos,
  abs,
  max,
  maxFirst,
  min,
  sign,
  floor,
  step,
  larger,
  smaller,
  pi,
  erf,
  erfc,
  normalCdf,
  normalPdf,
  identity,
  sigmoid,
  tanh,
  relu,
  leakyRelu,
  elu,
  softplus,
  silu,
  gelu,
  geluTanh,
  bce,
  bceLogits,
  sum,
  mean,
];

/** The ops by name, in the order of a textbook: arithmetic, functions, activations, losses, lists. */
export const ops: ReadonlyMap<string, Op> = new Map(all.map((op) => [op.name, op]));

/** Ops that take a vector and give one. A new one is one file, one line here, and one table in test/ops/tables. */
const vectors: readonly VectorOp[] = [softmax, logSoftmax];

/** Every op that gives a vector, by name. */
export const vectorOps: ReadonlyMap<string, VectorOp> = new Map(vectors.map((op) => [op.name, op]));

/**
 * The op of that name; of a vector op, the one that gives the output `at`, from 1. A name that no program can contain
 * is a mistake of ours, hence a plain Error.
 */
export function opNamed(name: string, at?: number): Op {
  const op = at === undefined ? ops.get(name) : outputOf(name, at);
  if (!op) throw new Error(`There is no op named ${name}.`);
  return op;
}

const outputs = new Map<string, Op>();

function outputOf(name: string, at: number): Op | undefined {
  const key = `${name}[${at}]`;
  const known = outputs.get(key) ?? vectorOps.get(name)?.output(at);
  if (known) outputs.set(key, known);
  return known;
}
