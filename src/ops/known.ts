import { abs } from './abs.js';
import { add } from './add.js';
import { div } from './div.js';
import { exp } from './exp.js';
import { identity } from './identity.js';
import { larger } from './larger.js';
import { log } from './log.js';
import { max } from './max.js';
import { mean } from './mean.js';
import { min } from './min.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { pow } from './pow.js';
import { relu } from './relu.js';
import { sigmoid } from './sigmoid.js';
import { sign } from './sign.js';
import { smaller } from './smaller.js';
import { sqrt } from './sqrt.js';
import { step } from './step.js';
import { sub } from './sub.js';
import { sum } from './sum.js';
import { tanh } from './tanh.js';
import type { Op, VectorOp } from './op.js';

/** The ops that the first lessons need. The others come with what reads programs and what expands vectors: `index.ts`. */
const first: readonly Op[] = [
  add,
  sub,
  mul,
  div,
  neg,
  pow,
  sqrt,
  exp,
  log,
  abs,
  max,
  min,
  sign,
  step,
  smaller,
  larger,
  identity,
  sigmoid,
  tanh,
  relu,
  sum,
  mean,
];

const table = new Map(first.map((op) => [op.name, op]));
const vectors = new Map<string, VectorOp>();

/** The ops by name, as far as they are loaded. */
export const ops: ReadonlyMap<string, Op> = table;

/** The ops that take a vector and give one, by name, as far as they are loaded. */
export const vectorOps: ReadonlyMap<string, VectorOp> = vectors;

/** Add ops to the tables. */
export function addOps(more: readonly Op[], vectorsMore: readonly VectorOp[]): void {
  for (const op of more) table.set(op.name, op);
  for (const op of vectorsMore) vectors.set(op.name, op);
}

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
