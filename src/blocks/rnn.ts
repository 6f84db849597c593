import type { Block } from './block.js';

/** An Elman network over a whole sequence; of a batch, one sample a row at each time step. */
export const rnn: Block = {
  name: 'rnn',
  summary: 'A hidden state that is computed anew at every time step, from the input there and from itself before.',
  forms: [
    {
      inputs: 'x[t,j], h0[i], Wx[i,j], Wh[i,i], b[i]',
      lines: 'out[t] = tanh(Wx*x[t] + Wh*out[t-1] + b)',
      states: { out: 'h0' },
    },
    {
      inputs: 'x[t,n,j], h0[n,i], Wx[i,j], Wh[i,i], b[i]',
      lines: 'out[t] = tanh(x[t]*transpose(Wx) + out[t-1]*transpose(Wh) + b)',
      states: { out: 'h0' },
    },
  ],
  cite: 'Elman, Finding Structure in Time, Cognitive Science 14 (1990); Goodfellow, Bengio & Courville, Deep Learning, MIT Press 2016, §10.2. https://www.deeplearningbook.org',
};
