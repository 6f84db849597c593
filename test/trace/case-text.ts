import type { Case, CaseOp, Tensor } from './case.js';

/** What one op of a case is in our language: its lines. Inner quantities that a case lists get names of their own. */
type Lines = (op: Required<CaseOp>, file: Case) => readonly string[];

const elementwise =
  (write: (x: string, attrs: Required<CaseOp>['attrs']) => string): Lines =>
  ({ out, in: [x = ''], attrs }) => [`${out} = ${write(x, attrs)}`];

const infix =
  (sign: string): Lines =>
  ({ out, in: names }) => [`${out} = ${names.join(` ${sign} `)}`];

/** How a loss of many parts becomes one number. */
const reduced = (out: string, parts: string, reduction: string | undefined): string => {
  switch (reduction) {
    case 'mean':
      return `${out} = mean(${parts})`;
    case 'batchmean':
      return `${out} = sum(${parts})/size(${parts}, 1)`;
    case 'sum':
    case undefined:
      return `${out} = sum(${parts})`;
  }
  throw new Error(`The adapter does not know the reduction ${reduction}.`);
};

const perOutput =
  (write: (x: string, t: string) => string, reductions: Readonly<Record<string, string>> = {}): Lines =>
  ({ out, in: [x = '', t = ''], attrs: { reduction = reductions['otherwise'] } }) => [
    `${out}_per_output = ${write(x, t)}`,
    reduced(out, `${out}_per_output`, reduction && (reductions[reduction] ?? reduction)),
  ];

const perSample =
  (write: (x: string, y: string, attrs: Required<CaseOp>['attrs']) => string): Lines =>
  ({ out, in: [x = '', y = ''], attrs }) => [
    `${out}_per_sample${write(x, y, attrs)}`,
    reduced(out, `${out}_per_sample`, attrs['reduction'] ?? 'mean'),
  ];

/** How many numbers a row of a tensor has. */
const lastSize = (tensor: Tensor): number =>
  Array.isArray(tensor) ? (Array.isArray(tensor[0]) ? lastSize(tensor[0] as Tensor) : tensor.length) : 1;

const crossEntropy: Lines = (op, file) => {
  const {
    out,
    in: [x = '', y = ''],
    attrs,
  } = op;
  const amount = attrs['label_smoothing'];
  if (amount === undefined) return perSample((z, t) => ` = crossEntropy(${z}, ${t})`)(op, file);
  return [
    `${out}_label = oneHot(${y}, ${lastSize(file.expected.forward[x]!)})`,
    `${out}_target = smooth(${out}_label, ${amount})`,
    `${out}_per_sample = crossEntropy(${x}, ${out}_target)`,
    reduced(out, `${out}_per_sample`, attrs['reduction'] ?? 'mean'),
  ];
};

/** Attributes of an op in the order in which our block takes them; a missing one leaves out those after it. */
const block =
  (name: string, ...names: readonly string[]): Lines =>
  ({ out, in: inputs, attrs }) => {
    const all = names.map((each) => attrs[each] ?? defaults[each]);
    const last = names.findLastIndex((each) => attrs[each] !== undefined);
    return [`${out} = ${name}(${[...inputs, ...all.slice(0, last + 1)].join(', ')})`];
  };

const defaults: Readonly<Record<string, string>> = { stride: '1' };

const windows: Readonly<Record<string, Lines>> = {
  conv1d: block('conv1d', 'stride', 'padding'),
  conv2d: block('conv2d', 'stride', 'padding'),
  maxpool1d: block('maxPool1d', 'kernel', 'stride'),
  maxpool2d: block('maxPool2d', 'kernel', 'stride'),
  avgpool1d: block('avgPool1d', 'kernel', 'stride'),
  avgpool2d: block('avgPool2d', 'kernel', 'stride'),
  flatten: block('flatten'),
  dropout: block('dropout', 'p'),
  attention: block('attention'),
  embedding: block('embedding'),
};

const ops: Readonly<Record<string, Lines>> = {
  ...windows,
  linear: ({ out, in: [x, weights, bias], attrs }) => [
    `${out} = ${x}*${attrs['transpose'] ? weights : `transpose(${weights})`}${bias ? ` + ${bias}` : ''}`,
  ],
  batchnorm: ({ out, in: names, attrs }) => [`${out} = batchNorm(${names.join(', ')}, ${attrs['eps']})`],
  batchnorm_eval: ({ out, in: names, attrs }) => [`${out} = batchNormEval(${names.join(', ')}, ${attrs['eps']})`],
  layernorm: ({ out, in: names, attrs }) => [`${out} = layerNorm(${names.join(', ')}, ${attrs['eps']})`],
  identity: elementwise((x) => `identity(${x})`),
  sigmoid: elementwise((x) => `sigmoid(${x})`),
  tanh: elementwise((x) => `tanh(${x})`),
  relu: elementwise((x) => `relu(${x})`),
  leaky_relu: elementwise((x, { slope }) => `leakyRelu(${x}, ${slope})`),
  elu: elementwise((x, { alpha }) => `elu(${x}, ${alpha})`),
  silu: elementwise((x) => `silu(${x})`),
  softplus: elementwise((x) => `softplus(${x})`),
  gelu: elementwise((x) => `gelu(${x})`),
  gelu_tanh: elementwise((x) => `geluTanh(${x})`),
  exp: elementwise((x) => `exp(${x})`),
  log: elementwise((x) => `log(${x})`),
  sqrt: elementwise((x) => `sqrt(${x})`),
  recip: elementwise((x) => `1/${x}`),
  abs: elementwise((x) => `abs(${x})`),
  neg: elementwise((x) => `-${x}`),
  scale: elementwise((x, { k }) => `${k}*${x}`),
  add_const: elementwise((x, { k }) => `${x} + ${k}`),
  pow: elementwise((x, { n }) => `${x}^${n}`),
  add: infix('+'),
  sub: infix('-'),
  mul: infix('.*'),
  div: infix('/'),
  maximum: ({ out, in: names }) => [`${out} = max(${names.join(', ')})`],
  softmax: elementwise((x) => `softmax(${x})`),
  log_softmax: elementwise((x) => `logSoftmax(${x})`),
  sum: elementwise((x) => `sum(${x})`),
  mean: elementwise((x) => `mean(${x})`),
  sum_squares: ({ out, in: names, attrs }) => [
    `${out} = ${attrs['k'] ?? '1'}*(${names.map((each) => `sum(${each}^2)`).join(' + ')})`,
  ],
  dot_const: ({ out, in: names }) => [`${out} = sum(${names.join(' .* ')})`],
  half_sse: perOutput((x, t) => `(${t} - ${x})^2/2`, { mean: 'batchmean' }),
  mse: perOutput((x, t) => `(${x} - ${t})^2`, { otherwise: 'mean' }),
  bce: perOutput((x, t) => `bce(${x}, ${t})`, { otherwise: 'mean' }),
  bce_logits: (op, file) => [
    `${op.out}_p = sigmoid(${op.in[0]})`,
    ...perOutput((x, t) => `bceLogits(${x}, ${t})`, { otherwise: 'mean' })(op, file),
  ],
  cross_entropy: crossEntropy,
  nll: perSample((x, y) => `[n] = -${x}[n,${y}[n]]`),
  nll_prob: perSample((x, y) => ` = negativeLogLikelihood(${x}, ${y})`),
  hinge_multiclass: perSample((x, y, { margin }) => ` = hinge(${x}, ${y}, ${margin})`),
  hinge_binary: ({ out, in: [x = '', t = ''], attrs }) => [
    `${out}_margins = hinge(${x}, ${t}, ${attrs['margin']})`,
    `${out}_per_sample[n] = sum(${out}_margins[n,k], k)`,
    reduced(out, `${out}_per_sample`, attrs['reduction']),
  ],
};

/** A case's ops as the text of a program of ours. */
export function textOf(file: Case): string {
  return file.ops
    .flatMap((op) => {
      const write = ops[op.op];
      if (!write) throw new Error(`The adapter does not know the op ${op.op}.`);
      return write({ attrs: {}, ...op }, file);
    })
    .join('\n');
}

/** What we call a tensor that a case lists among the inner quantities of its ops: `L.p`, `n1.mean`. */
export function innerName(tensor: string, { ops: listed }: Case): string {
  const [out = '', inner = ''] = tensor.split('.');
  const op = listed.find((each) => each.out === out)?.op ?? '';
  if (op === 'cross_entropy' && inner === 'p') return `${out}_per_sample.p`;
  if (op === 'hinge_multiclass' && inner === 'margins') return `${out}_per_sample.margins`;
  return /norm|attention/.test(op) ? tensor : `${out}_${inner}`;
}
