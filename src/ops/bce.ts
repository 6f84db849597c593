import * as build from '../formula/build.js';
import { bigLog } from '../numbers/big-log.js';
import { bigLog1p } from '../numbers/big-near-zero.js';
import { formatDouble } from '../numbers/digits.js';
import { one, zero } from '../numbers/rational.js';
import { add } from './add.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { Binding, type Op } from './op.js';
import { sub } from './sub.js';

const certain = { tex: '1', binding: Binding.atom };

/** Binary cross-entropy of a probability and its target. A part with the weight 0 counts 0, though its logarithm may be −∞. */
export const bce: Op = {
  name: 'bce',
  inputs: ['p', 't'],
  forward: (p, t) => {
    const other = build.mul(build.sub(1, t), build.log(build.sub(1, p)));
    return build.neg(build.add(build.mul(t, build.log(p)), other));
  },
  partials: ([p, t]) => [
    build.div(build.sub(p!, t!), build.mul(p!, build.sub(1, p!))),
    build.sub(build.log(build.sub(1, p!)), build.log(p!)),
  ],
  tex: (p, t) => neg.tex(add.tex(mul.tex(t, log.tex(p)), mul.tex(sub.tex(certain, t), log.tex(sub.tex(certain, p))))),
  float64: (p, t) => (t && -t * Math.log(p)) + (1 - t && (t - 1) * Math.log1p(-p)),
  decimal: (p, t) => {
    const rest = t.neg().plus(1);
    const [hit, miss] = [t.isZero() ? t : t.times(bigLog(p)), rest.isZero() ? rest : rest.times(bigLog1p(p.neg()))];
    return hit.plus(miss).neg();
  },
  // Where p is 0 or 1 and not refused, it is the target.
  fraction: (p) => (p.n === 0n || p.compare(one) === 0 ? zero : null),
  refuses: (p, t) => {
    if (p >= 0 && p <= 1 && (p > 0 || t === 0) && (p < 1 || t === 1)) return undefined;
    const loss = `The cross-entropy of ${formatDouble(p)} with the target ${formatDouble(t)} has no value`;
    if (p < 0 || p > 1) return `${loss}: a probability is at least 0 and at most 1.`;
    return `${loss}: it contains the logarithm of ${p === 0 ? 'p' : '1 − p'}, and that is 0.`;
  },
  range: [
    [0.05, 0.95],
    [0, 1],
  ],
  cite: 'Bishop, Pattern Recognition and Machine Learning, Springer 2006, §4.3.2, eq. 4.90 and 4.91.',
};
