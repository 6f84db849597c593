import { readFileSync } from 'node:fs';

type Tensor = readonly (readonly string[])[];
type Expected = {
  forward: { z1: Tensor; h: Tensor; z2: Tensor; y: Tensor; L: string };
  aux: { 'L.per_output': Tensor };
  local_derivatives: { h: Tensor; y: Tensor };
  gradients: {
    W1: Tensor;
    W2: Tensor;
    b1: string[];
    b2: string[];
    x: Tensor;
    z1: Tensor;
    h: Tensor;
    z2: Tensor;
    y: Tensor;
    L: string;
  };
  updated_params: { W1: Tensor; W2: Tensor };
};

interface Case {
  inputs: { x: Tensor };
  targets: { t: Tensor };
  params: { W1: Tensor; W2: Tensor; b1: string[]; b2: string[] };
  expected: Expected;
}

/** The independent case `mazur-step1`, by this lesson's references: a table of names, no arithmetic. */
export function mazurValues(): ReadonlyMap<string, string> {
  const { inputs, targets, params, expected } = JSON.parse(
    readFileSync('test/fixtures/cases/mazur-step1.json', 'utf8'),
  ) as Case;
  const { forward, gradients, local_derivatives: local, updated_params: updated } = expected;
  const values = new Map<string, string>([
    ['rate', '0.5'],
    ['E_total', forward.L],
    ['backward/E_total', gradients.L],
  ]);
  const set = (names: readonly string[], tensor: readonly string[]): void => {
    names.forEach((name, i) => values.set(name, tensor[i]!));
  };
  const each = (prefix: string, names: readonly string[]): string[] => names.map((name) => prefix + name);
  const layers = {
    inputs: ['i1', 'i2'],
    W1: ['w1', 'w2', 'w3', 'w4'],
    z1: ['net_h1', 'net_h2'],
    h: ['out_h1', 'out_h2'],
    W2: ['w5', 'w6', 'w7', 'w8'],
    z2: ['net_o1', 'net_o2'],
    y: ['out_o1', 'out_o2'],
    L: ['E_o1', 'E_o2'],
  };
  set(layers.inputs, inputs.x[0]!);
  set(['target_o1', 'target_o2'], targets.t[0]!);
  set(layers.W1, params.W1.flat());
  set(layers.W2, params.W2.flat());
  set(['b1', 'b2'], [...params.b1, ...params.b2]);
  set(layers.z1, forward.z1[0]!);
  set(layers.h, forward.h[0]!);
  set(layers.z2, forward.z2[0]!);
  set(layers.y, forward.y[0]!);
  set(layers.L, expected.aux['L.per_output'][0]!);
  set(each('backward/', layers.inputs), gradients.x[0]!);
  set(each('backward/', layers.W1), gradients.W1.flat());
  set(each('backward/', layers.W2), gradients.W2.flat());
  set(['backward/b1', 'backward/b2'], [...gradients.b1, ...gradients.b2]);
  set(each('backward/', layers.z1), gradients.z1[0]!);
  set(each('backward/', layers.h), gradients.h[0]!);
  set(each('backward/', layers.z2), gradients.z2[0]!);
  set(each('backward/', layers.y), gradients.y[0]!);
  set(each('backward/', layers.L), ['1', '1']);
  set(each('update/', layers.W1), updated.W1.flat());
  set(each('update/', layers.W2), updated.W2.flat());
  set(['local/out_h1/net_h1', 'local/out_h2/net_h2'], local.h[0]!);
  set(['local/out_o1/net_o1', 'local/out_o2/net_o2'], local.y[0]!);
  set(['local/E_o1/out_o1', 'local/E_o2/out_o2'], gradients.y[0]!);
  set(['local/E_total/E_o1', 'local/E_total/E_o2'], ['1', '1']);
  const biases = ['local/net_h1/b1', 'local/net_h2/b1', 'local/net_o1/b2', 'local/net_o2/b2'];
  set(biases, ['1', '1', '1', '1']);
  // A sum's derivative to one of its factors is the other factor.
  const sums: readonly [string, string, string][] = [
    ['net_h1', 'w1', 'i1'],
    ['net_h1', 'w2', 'i2'],
    ['net_h2', 'w3', 'i1'],
    ['net_h2', 'w4', 'i2'],
    ['net_o1', 'w5', 'out_h1'],
    ['net_o1', 'w6', 'out_h2'],
    ['net_o2', 'w7', 'out_h1'],
    ['net_o2', 'w8', 'out_h2'],
  ];
  for (const [net, weight, input] of sums) {
    values.set(`local/${net}/${weight}`, values.get(input)!);
    values.set(`local/${net}/${input}`, values.get(weight)!);
  }
  // Through a bias a term is the sum's own gradient.
  for (const [net, bias] of [
    ['net_h1', 'b1'],
    ['net_h2', 'b1'],
    ['net_o1', 'b2'],
    ['net_o2', 'b2'],
  ] as const) {
    values.set(`backward/${bias}/${net}`, values.get(`backward/${net}`)!);
  }
  return values;
}

/** The right values of the published table, 12 digits, and the reference each belongs to. */
export const publishedTable: readonly (readonly [ref: string, right: string])[] = [
  ['net_h1', '0.3775'],
  ['out_h1', '0.593269992107'],
  ['out_h2', '0.596884378260'],
  ['net_o1', '1.10590596706'],
  ['out_o1', '0.751365069552'],
  ['out_o2', '0.772928465321'],
  ['E_o1', '0.274811083176'],
  ['E_o2', '0.0235600255838'],
  ['E_total', '0.298371108760'],
  ['backward/out_o1', '0.741365069552'],
  ['local/out_o1/net_o1', '0.186815601809'],
  ['backward/w5', '0.0821670405642'],
  ['backward/net_o1', '0.138498561629'],
  ['backward/out_h1/net_o1', '0.0553994246514'],
  ['backward/out_h1/net_o2', '-0.0190491182583'],
  ['backward/out_h1', '0.0363503063931'],
  ['local/out_h1/net_h1', '0.241300708572'],
  ['backward/w1', '0.000438567734474'],
  ['update/w1', '0.149780716133'],
  ['update/w2', '0.199561432266'],
  ['update/w3', '0.249751143632'],
  ['update/w4', '0.299502287265'],
  ['update/w5', '0.358916479718'],
  ['update/w6', '0.408666186076'],
  ['update/w7', '0.511301270239'],
  ['update/w8', '0.561370121108'],
];
