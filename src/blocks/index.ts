import { batchNorm } from './batch-norm.js';
import { batchNormEval } from './batch-norm-eval.js';
import type { Block } from './block.js';
import { crossEntropy } from './cross-entropy.js';
import { halfSquaredError } from './half-squared-error.js';
import { hinge } from './hinge.js';
import { layerNorm } from './layer-norm.js';
import { linear } from './linear.js';
import { negativeLogLikelihood } from './negative-log-likelihood.js';
import { smooth } from './smooth.js';
import { squaredError } from './squared-error.js';

/** Every block. A new one is one file and one line here. */
const all: readonly Block[] = [
  linear,
  batchNorm,
  batchNormEval,
  layerNorm,
  squaredError,
  halfSquaredError,
  crossEntropy,
  negativeLogLikelihood,
  smooth,
  hinge,
];

/** The blocks by name, in the order of a textbook: layers, then losses. */
export const blocks: ReadonlyMap<string, Block> = new Map(all.map((block) => [block.name, block]));
