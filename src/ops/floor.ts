import { call, number, sub } from '../formula/build.js';
import { Binding, enclosed, type Op } from './op.js';

/** The largest whole number that is not above x. */
export const floor: Op = {
  name: 'floor',
  inputs: ['x'],
  partials: () => [number(0)],
  tex: (x) => ({ tex: enclosed('\\lfloor ', x.tex, '\\rfloor '), binding: Binding.atom }),
  float64: (x) => Math.floor(x),
  decimal: (x) => x.floor(),
  fraction: (x) => x.floor(),
  picks: 'constant',
  jumpsAt: (x) => x.round(),
  kinks: [
    {
      at: (x) => sub(x, call('floor', x)),
      convention: 'The floor jumps at whole numbers; its derivative is taken as 0 everywhere.',
    },
  ],
  cite: 'Knuth, The Art of Computer Programming, vol. 1, Addison-Wesley 1968, §1.2.4',
};
