/** How a function that Python's libraries have is called. Every other op is written out from its own definition. */
export interface PythonFunction {
  /** The call; arguments are written already. `at`: which output, from 1, of one that gives a vector. */
  readonly call: (args: readonly string[], at: number) => string;
  /** What has to be defined before: the lines of a function. */
  readonly define?: string;
}

type Functions = Readonly<Record<string, PythonFunction>>;

const named = (name: string): PythonFunction => ({ call: (args) => `${name}(${args.join(', ')})` });
const ofList = (name: string): PythonFunction => ({ call: (args) => `${name}([${args.join(', ')}])` });
const prefixed = (library: string, names: string): Functions =>
  Object.fromEntries(names.split(' ').map((name) => [name, named(`${library}.${name}`)]));

const pi: PythonFunction = { call: () => 'math.pi' };

/** NumPy's, and the error function of Python itself: NumPy has none. */
export const numpyFunctions: Functions = {
  ...prefixed('np', 'exp expm1 log log1p sin cos floor sqrt abs sign tanh'),
  ...prefixed('math', 'erf erfc'),
  pi,
  max: ofList('np.max'),
  maxFirst: ofList('np.max'),
  min: ofList('np.min'),
  step: { call: ([x]) => `np.heaviside(${x}, 0.0)` },
  larger: {
    ...named('larger'),
    define: `def larger(*numbers):
    tied = np.array(numbers) == np.max(numbers)
    return tied[0] / np.sum(tied)`,
  },
  bce: {
    ...named('bce'),
    define: `def bce(p, t):
    hit = t * np.log(p) if t != 0 else 0.0
    miss = (1 - t) * np.log1p(-p) if t != 1 else 0.0
    return -(hit + miss)`,
  },
  softmax: {
    call: (args, at) => `softmax([${args.join(', ')}])[${at - 1}]`,
    define: `def softmax(scores):
    powers = np.exp(np.array(scores) - np.max(scores))
    return powers / np.sum(powers)`,
  },
};

/** PyTorch's. They have gradients of their own, which is what our numbers are held against. */
export const torchFunctions: Functions = {
  ...prefixed('torch', 'exp expm1 log log1p sin cos floor sqrt abs sign tanh sigmoid erf erfc relu'),
  pi,
  identity: { call: ([x]) => `${x}.clone()` },
  // At a tie these share the gradient evenly, as the tutor does; torch.maximum of a torch.maximum would not.
  max: { call: (args) => `torch.stack([${args.join(', ')}]).amax()` },
  // Along a dimension the first of the tied gets all of it, as in max pooling.
  maxFirst: { call: (args) => `torch.stack([${args.join(', ')}]).max(0).values` },
  min: { call: (args) => `torch.stack([${args.join(', ')}]).amin()` },
  step: { call: ([x]) => `torch.sign(torch.relu(${x}))` },
  larger: {
    ...named('larger'),
    define: `def larger(*numbers):
    tied = torch.stack(numbers) == torch.stack(numbers).amax()
    return number(tied[0] / tied.sum())`,
  },
  bce: { call: ([p, t]) => `-(torch.xlogy(${t}, ${p}) + torch.special.xlog1py(1 - ${t}, -${p}))` },
  softmax: { call: (args, at) => `torch.softmax(torch.stack([${args.join(', ')}]), 0)[${at - 1}]` },
  logSoftmax: { call: (args, at) => `torch.log_softmax(torch.stack([${args.join(', ')}]), 0)[${at - 1}]` },
};
