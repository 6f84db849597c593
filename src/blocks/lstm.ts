import type { Block } from './block.js';

const weights = (gates: string): string =>
  [...gates].map((gate) => `W${gate}[i,j], U${gate}[i,i], b${gate}[i]`).join(', ');

const cell = `
  c[t] = f[t] .* c[t-1] + i[t] .* g[t]
  out[t] = o[t] .* tanh(c[t])
`;

/** Long short-term memory over a whole sequence, with a forget gate and no peepholes. */
export const lstm: Block = {
  name: 'lstm',
  summary:
    'A cell that gates write, keep and read: input gate i, forget gate f, candidate g, output gate o; it gives the hidden state.',
  forms: [
    {
      inputs: `x[t,j], h0[i], c0[i], ${weights('ifgo')}`,
      lines: `
        i[t] = sigmoid(Wi*x[t] + Ui*out[t-1] + bi)
        f[t] = sigmoid(Wf*x[t] + Uf*out[t-1] + bf)
        g[t] = tanh(Wg*x[t] + Ug*out[t-1] + bg)
        o[t] = sigmoid(Wo*x[t] + Uo*out[t-1] + bo)
        ${cell}
      `,
      states: { out: 'h0' },
    },
    {
      inputs: `x[t,n,j], h0[n,i], c0[n,i], ${weights('ifgo')}`,
      lines: `
        i[t] = sigmoid(x[t]*transpose(Wi) + out[t-1]*transpose(Ui) + bi)
        f[t] = sigmoid(x[t]*transpose(Wf) + out[t-1]*transpose(Uf) + bf)
        g[t] = tanh(x[t]*transpose(Wg) + out[t-1]*transpose(Ug) + bg)
        o[t] = sigmoid(x[t]*transpose(Wo) + out[t-1]*transpose(Uo) + bo)
        ${cell}
      `,
      states: { out: 'h0' },
    },
  ],
  cite: 'Hochreiter & Schmidhuber, Long Short-Term Memory, Neural Computation 9 (1997); the forget gate: Gers, Schmidhuber & Cummins, Learning to Forget, Neural Computation 12 (2000).',
};
