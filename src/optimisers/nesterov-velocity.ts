import { fraction, positive, type Rule } from './rule.js';

/** Nesterov's momentum as Keras and CS231n write it. */
export const nesterovVelocity: Rule = {
  name: 'nesterov-velocity',
  summary: 'Momentum that looks one step ahead, with the velocity as the step itself (Keras, CS231n).',
  settings: { rate: positive('0.1'), mu: fraction('0.9') },
  state: { v: '0' },
  lines: `
    v = mu*v - rate*g
    w = w + mu*v - rate*g`,
  cite: 'Bengio, Boulanger-Lewandowski & Pascanu, Advances in Optimizing Recurrent Networks, 2012, eq. 7; CS231n, Neural Networks 3; keras.optimizers.SGD, nesterov',
};
