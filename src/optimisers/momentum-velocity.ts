import { fraction, positive, type Rule } from './rule.js';

/** Momentum as Keras and CS231n write it: the velocity is the step itself. */
export const momentumVelocity: Rule = {
  name: 'momentum-velocity',
  summary: 'The velocity is the step itself: it fades, and is pushed against the gradient (Keras, CS231n).',
  settings: { rate: positive('0.1'), mu: fraction('0.9') },
  state: { v: '0' },
  lines: `
    v = mu*v - rate*g
    w = w + v`,
  cite: 'Sutskever et al., On the importance of initialization and momentum in deep learning, 2013, eq. 1–2; CS231n, Neural Networks 3; keras.optimizers.SGD',
};
