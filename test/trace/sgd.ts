import { optimiserOf } from '../../src/lesson/read-update.js';

/** Gradient descent, as lessons carry it. */
export const sgd = await optimiserOf({ optimiser: 'sgd' });
