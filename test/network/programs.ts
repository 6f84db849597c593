import type { Drawable } from '../../components/network/diagram.js';
import { expand } from '../../src/tensors/expand.js';
import { readProgram } from '../../src/read.js';
import type { Role } from '../../src/index.js';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i + 1)).join('\n');

const mazur = (bias: (unit: string) => string): string => `
  net_h1 = w1*i1 + w2*i2 + ${bias('h1')}
  out_h1 = sigmoid(net_h1)
  net_h2 = w3*i1 + w4*i2 + ${bias('h2')}
  out_h2 = sigmoid(net_h2)
  net_o1 = w5*out_h1 + w6*out_h2 + ${bias('o1')}
  out_o1 = sigmoid(net_o1)
  net_o2 = w7*out_h1 + w8*out_h2 + ${bias('o2')}
  out_o2 = sigmoid(net_o2)
  E_o1 = (target_o1 - out_o1)^2 / 2
  E_o2 = (target_o2 - out_o2)^2 / 2
  L = E_o1 + E_o2`;

const chain = (count: number): string =>
  `${lines(count, (i) => `z${i} = w${i}*${i > 1 ? `a${i - 1}` : 'x'} + b${i}\na${i} = tanh(z${i})`)}\nL = (t - a${count})^2`;

const unit = (name: string, from: readonly string[]): string =>
  `net_${name} = ${from.map((each, i) => `v_${name}_${i}*${each}`).join(' + ')} + b_${name}\nout_${name} = relu(net_${name})`;
const layer = (name: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
const dense = (): string => {
  const [inputs, first, second] = [layer('x', 3), layer('p', 4), layer('q', 4)];
  const outs = (names: readonly string[]) => names.map((name) => `out_${name}`);
  return [...first.map((name) => unit(name, inputs)), ...second.map((name) => unit(name, outs(first)))]
    .concat(`L = ${outs(second).join(' + ')}`)
    .join('\n');
};

/** Programs of many shapes. The loss is L; names tell the roles: x and i are inputs, t targets. */
export const programs = {
  'mazur, shared biases': mazur((name) => (name.startsWith('h') ? 'b1' : 'b2')),
  'mazur, a bias per neuron': mazur((name) => `b_${name}`),
  'one line, one variable': 'L = theta^2',
  'a single neuron': 'y = w*x + b\nL = (y - t)^2',
  'least squares in one line': 'L = (w*x + b - t)^2 / 2',
  'a chain of 10': chain(10),
  'a chain of 30': chain(30),
  'a residual': 'h = tanh(w1*x + b1)\nr = w2*h + x\ny = w3*r + x + r\nL = (t - y)^2',
  'a weight used twice': 'h1 = tanh(w*x1 + u*x0)\nh2 = tanh(w*x2 + u*h1)\nL = (t - h2)^2 + w^2',
  'two ways between two nodes': 'y = w*x + v*x + exp(x)\nL = y^2',
  'several loss terms': 'y1 = w*x\ny2 = v*x\nL = (t1 - y1)^2 + (t2 - y2)^2 + w^2 + v^2',
  'a dense network': dense(),
  'a line the loss does not need': 'y = w*x\nother = w + x\nL = y^2',
} as const;

export type ProgramName = keyof typeof programs;

export async function drawable(name: ProgramName): Promise<Drawable> {
  const program = expand(await readProgram(programs[name], { loss: 'L' }), []);
  const given = program.given.map((each) => ({ name: each, text: '0.1', role: roleOf(each) }));
  return { program, given, loss: 'L' };
}

function roleOf(name: string): Role {
  if (/^[xi]\d*$/.test(name)) return 'input';
  return /^t(arget_\w+|\d*)$/.test(name) ? 'target' : 'parameter';
}
