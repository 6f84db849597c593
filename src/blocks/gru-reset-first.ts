import type { Block } from './block.js';

/** A gated recurrent unit as first published: the reset gate scales the state before its matrix. */
export const gruResetFirst: Block = {
  name: 'gruResetFirst',
  summary:
    'A hidden state that an update gate z keeps or replaces; the reset gate r scales the state before it meets its matrix.',
  forms: [
    {
      inputs: 'x[t,j], h0[i], Wr[i,j], Ur[i,i], br[i], Wz[i,j], Uz[i,i], bz[i], Wn[i,j], Un[i,i], bn[i]',
      lines: `
        r[t] = sigmoid(Wr*x[t] + Ur*out[t-1] + br)
        z[t] = sigmoid(Wz*x[t] + Uz*out[t-1] + bz)
        n[t] = tanh(Wn*x[t] + Un*(r[t] .* out[t-1]) + bn)
        out[t] = (1 - z[t]) .* n[t] + z[t] .* out[t-1]
      `,
      states: { out: 'h0' },
    },
    {
      inputs: 'x[t,n,j], h0[n,i], Wr[i,j], Ur[i,i], br[i], Wz[i,j], Uz[i,i], bz[i], Wn[i,j], Un[i,i], bn[i]',
      lines: `
        r[t] = sigmoid(x[t]*transpose(Wr) + out[t-1]*transpose(Ur) + br)
        z[t] = sigmoid(x[t]*transpose(Wz) + out[t-1]*transpose(Uz) + bz)
        n[t] = tanh(x[t]*transpose(Wn) + (r[t] .* out[t-1])*transpose(Un) + bn)
        out[t] = (1 - z[t]) .* n[t] + z[t] .* out[t-1]
      `,
      states: { out: 'h0' },
    },
  ],
  cite: 'Cho et al., Learning Phrase Representations using RNN Encoder–Decoder, EMNLP 2014, §2.3. https://arxiv.org/abs/1406.1078',
};
