import { bceLogits } from './bce-logits.js';
import { bce } from './bce.js';
import { cos } from './cos.js';
import { elu } from './elu.js';
import { erf } from './erf.js';
import { erfc } from './erfc.js';
import { expm1 } from './expm1.js';
import { floor } from './floor.js';
import { geluTanh } from './gelu-tanh.js';
import { gelu } from './gelu.js';
import { leakyRelu } from './leaky-relu.js';
import { logSoftmax } from './log-softmax.js';
import { log1p } from './log1p.js';
import { maxFirst } from './max-first.js';
import { normalCdf } from './normal-cdf.js';
import { normalPdf } from './normal-pdf.js';
import { pi } from './pi.js';
import { silu } from './silu.js';
import { sin } from './sin.js';
import { softmax } from './softmax.js';
import { softplus } from './softplus.js';
import { addOps } from './known.js';
import type { Op, VectorOp } from './op.js';

/** Ops that a page does without until a program is read or expanded. A new op is one file, one line here, and one table in test/ops/tables. */
const all: readonly Op[] = [
  expm1,
  log1p,
  sin,
  cos,
  maxFirst,
  floor,
  pi,
  erf,
  erfc,
  normalCdf,
  normalPdf,
  leakyRelu,
  elu,
  softplus,
  silu,
  gelu,
  geluTanh,
  bce,
  bceLogits,
];

/** Ops that take a vector and give one. A new one is one file, one line here, and one table in test/ops/tables. */
const vectors: readonly VectorOp[] = [softmax, logSoftmax];

addOps(all, vectors);

export { opNamed, ops, vectorOps } from './known.js';
