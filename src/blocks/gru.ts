import type { Block } from './block.js';

/** A gated recurrent unit whose reset gate comes after the matrix, as in PyTorch and cuDNN. */
export const gru: Block = {
  name: 'gru',
  summary:
    'A hidden state that an update gate z keeps or replaces; the reset gate r scales what the state adds to the candidate n, after its matrix.',
  forms: [
    {
      inputs: 'x[t,j], h0[i], Wr[i,j], Ur[i,i], br[i], Wz[i,j], Uz[i,i], bz[i], Wn[i,j], Un[i,i], bn[i], bhn[i]',
      lines: `
        r[t] = sigmoid(Wr*x[t] + Ur*out[t-1] + br)
        z[t] = sigmoid(Wz*x[t] + Uz*out[t-1] + bz)
        n[t] = tanh(Wn*x[t] + bn + r[t] .* (Un*out[t-1] + bhn))
        out[t] = (1 - z[t]) .* n[t] + z[t] .* out[t-1]
      `,
      states: { out: 'h0' },
    },
    {
      inputs: 'x[t,n,j], h0[n,i], Wr[i,j], Ur[i,i], br[i], Wz[i,j], Uz[i,i], bz[i], Wn[i,j], Un[i,i], bn[i], bhn[i]',
      lines: `
        r[t] = sigmoid(x[t]*transpose(Wr) + out[t-1]*transpose(Ur) + br)
        z[t] = sigmoid(x[t]*transpose(Wz) + out[t-1]*transpose(Uz) + bz)
        n[t] = tanh(x[t]*transpose(Wn) + bn + r[t] .* (out[t-1]*transpose(Un) + bhn))
        out[t] = (1 - z[t]) .* n[t] + z[t] .* out[t-1]
      `,
      states: { out: 'h0' },
    },
  ],
  cite: 'PyTorch documentation, torch.nn.GRU. https://docs.pytorch.org/docs/stable/generated/torch.nn.GRU.html',
};
