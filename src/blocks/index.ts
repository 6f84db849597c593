import { attention } from './attention.js';
import { avgPool1d } from './avg-pool-1d.js';
import { avgPool2d } from './avg-pool-2d.js';
import { batchNorm } from './batch-norm.js';
import { batchNormEval } from './batch-norm-eval.js';
import type { Block } from './block.js';
import { conv1d } from './conv1d.js';
import { conv2d } from './conv2d.js';
import { crossEntropy } from './cross-entropy.js';
import { dropout } from './dropout.js';
import { dropoutEval } from './dropout-eval.js';
import { embedding } from './embedding.js';
import { flatten } from './flatten.js';
import { gru } from './gru.js';
import { gruResetFirst } from './gru-reset-first.js';
import { halfSquaredError } from './half-squared-error.js';
import { hinge } from './hinge.js';
import { layerNorm } from './layer-norm.js';
import { linear } from './linear.js';
import { maxPool1d } from './max-pool-1d.js';
import { maxPool2d } from './max-pool-2d.js';
import { lstm } from './lstm.js';
import { negativeLogLikelihood } from './negative-log-likelihood.js';
import { rnn } from './rnn.js';
import { smooth } from './smooth.js';
import { squaredError } from './squared-error.js';

/** Every block. A new one is one file and one line here. */
const all: readonly Block[] = [
  linear,
  batchNorm,
  batchNormEval,
  layerNorm,
  conv1d,
  conv2d,
  maxPool1d,
  maxPool2d,
  avgPool1d,
  avgPool2d,
  flatten,
  dropout,
  dropoutEval,
  embedding,
  attention,
  rnn,
  lstm,
  gru,
  gruResetFirst,
  squaredError,
  halfSquaredError,
  crossEntropy,
  negativeLogLikelihood,
  smooth,
  hinge,
];

/** The blocks by name, in the order of a textbook: layers, then losses. */
export const blocks: ReadonlyMap<string, Block> = new Map(all.map((block) => [block.name, block]));
