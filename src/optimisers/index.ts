import { adagrad } from './adagrad.js';
import { adam } from './adam.js';
import { adamw } from './adamw.js';
import { clipNorm } from './clip-norm.js';
import { clipValue } from './clip-value.js';
import { constantSchedule } from './constant-schedule.js';
import { cosineSchedule } from './cosine-schedule.js';
import { l1 } from './l1.js';
import { l2 } from './l2.js';
import { momentum } from './momentum.js';
import { momentumVelocity } from './momentum-velocity.js';
import { nesterov } from './nesterov.js';
import { nesterovVelocity } from './nesterov-velocity.js';
import { rmsprop } from './rmsprop.js';
import { rmspropInside } from './rmsprop-inside.js';
import type { Rule } from './rule.js';
import { sgd } from './sgd.js';
import { stepSchedule } from './step-schedule.js';

const byName = (...rules: readonly Rule[]): ReadonlyMap<string, Rule> =>
  new Map(rules.map((each) => [each.name, each]));

/** Every optimiser, by name. A new one is one file and one line here. */
export const optimisers = byName(
  sgd,
  momentum,
  momentumVelocity,
  nesterov,
  nesterovVelocity,
  adagrad,
  rmsprop,
  rmspropInside,
  adam,
  adamw,
);

/** Rules that change the gradients before any optimiser sees them, by name. */
export const gradientRules = byName(l2, l1, clipNorm, clipValue);

/** Rules that give every update its rate, by name. */
export const schedules = byName(constantSchedule, stepSchedule, cosineSchedule);
