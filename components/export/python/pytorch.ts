import {
  build,
  gradientOf,
  InputError,
  namesIn,
  updateOf,
  type Formula,
  type Op,
  type Step,
  type Trace,
} from '../../../src/index.js';
import { plainSymbol } from '../../formula-text.js';
import { python as words } from '../../words/python.js';
import { pythonFile, type PythonSource } from './file.js';
import { torchFunctions } from './functions.js';
import { pythonNames } from './names.js';
import { formulaWriter, functionNames, type Dialect } from './write-formula.js';

const dialect: Dialect = {
  functions: torchFunctions,
  constant: (text) => `number(${text})`,
  // Left of a kink and on it the slope is the same, as everywhere in PyTorch; at a tie of two numbers it is not.
  definition: ({ kinks }: Op, formula) => (kinks ? withRectifiers(formula) : formula),
};

/** A rectifier in place of a maximum with 0. */
function withRectifiers(formula: Formula): Formula {
  if (formula.kind !== 'call') return formula;
  const args = formula.args.map(withRectifiers);
  const [zero, x] = args;
  const isRectifier = args.length === 2 && zero?.kind === 'number' && Number(zero.text) === 0;
  if (isRectifier && formula.op === 'max') return build.call('relu', x!);
  if (isRectifier && formula.op === 'min') return build.sub(x!, build.call('relu', x!));
  return { ...formula, args };
}

const numberFunction = `def number(value):
    return torch.tensor(float(value), dtype=torch.float64, requires_grad=True)`;

const gradientFunction = `def gradient(x):
    return 0.0 if x.grad is None else x.grad`;

/** One update with PyTorch, which finds the gradients. */
export function pytorchFile(source: PythonSource): string {
  const { trace } = source;
  const { setup } = trace;
  const isSuperseded = setup.updateOrder === 'updated';
  const nameOf = pythonNames(setup.loss, functionNames(dialect));
  const writer = formulaWriter(dialect);
  const lines = setup.program.lines.map(({ name, formula }) => {
    const text = writer.write(formula, nameOf);
    // Another name for the same tensor would have the same gradient.
    const own = namesIn(formula).length === 0 ? `number(${text})` : /^\w+$/.test(text) ? `${text}.clone()` : text;
    return `${nameOf(name)} = ${own}`;
  });
  const forward = [`# ${words.phases.forward}`, ...lines];
  return pythonFile(source, {
    needs: words.torch,
    library: 'torch',
    definitions: [numberFunction, ...(isSuperseded ? [] : [gradientFunction]), ...writer.definitions()],
    given: [...setup.given, ...trace.state].map(({ name, text }) => `${nameOf(name)} = number(${text})`),
    iteration: isSuperseded
      ? [...forward, '', ...superseded(trace, nameOf, writer.write)]
      : [...forward, '', ...backward(source, nameOf), '', ...updates(trace, nameOf, writer.write)],
    advance: trace.moved.map((name) => `${nameOf(name)} = number(${nameOf(updateOf(name))})`),
    valueOf: (ref, group) =>
      group === 'gradients' && !isSuperseded ? `gradient(${nameOf(ref.slice('backward/'.length))})` : nameOf(ref),
  });
}

type NameOf = (ref: string) => string;
type Write = ReturnType<typeof formulaWriter>['write'];

function backward({ state, trace }: PythonSource, nameOf: NameOf): readonly string[] {
  const { program, given, loss } = trace.setup;
  const list = (names: readonly { readonly name: string }[]): string =>
    names.map(({ name }) => nameOf(name)).join(', ');
  return [
    `# ${words.phases.backward}`,
    ...(state.iteration ? [`# ${words.phases.fresh}`, `for x in [${list(given)}]:`, '    x.grad = None'] : []),
    `# ${words.phases.keep}`,
    `for x in [${list(program.lines)}]:`,
    '    x.retain_grad()',
    `${nameOf(loss)}.backward()`,
  ];
}

function updates(trace: Trace, nameOf: NameOf, write: Write): readonly string[] {
  const lines = trace.assignments.filter(({ ref }) => ref.startsWith('update/'));
  if (!lines.length) return [];
  const read = (ref: string): string =>
    ref.startsWith('backward/') ? `gradient(${nameOf(ref.slice('backward/'.length))})` : nameOf(ref);
  return [
    `# ${words.phases.update}`,
    'with torch.no_grad():',
    ...lines.map(({ ref, shown }) => `    ${nameOf(ref)} = ${write(shown, read)}`),
  ];
}

/** Gradients and updates by turns. A tensor changed in place is read anew by what PyTorch has kept of the forward pass. */
function superseded(trace: Trace, nameOf: NameOf, write: Write): readonly string[] {
  refuseUnreadable(trace);
  const { loss, trained } = trace.setup;
  const scalars = ({ target, children, kind }: Step): readonly string[] =>
    kind === 'tensor' ? children.map((child) => child.target) : [target];
  const lines = trace.steps.flatMap((step): readonly string[] => {
    const names = scalars(step);
    if (step.phase === 'backward') {
      const [list, gradients] = [names.map(nameOf), names.map((name) => nameOf(gradientOf(name)))];
      return [
        `${gradients.join(', ')}, = torch.autograd.grad(${nameOf(loss)}, [${list.join(', ')}], retain_graph=True)`,
      ];
    }
    if (step.phase !== 'update') return [];
    const updates = names.map((name) => updateOf(name));
    return [
      'with torch.no_grad():',
      ...updates.map((ref) => `    ${nameOf(ref)} = ${write(trace.assignment(ref)!.shown, nameOf)}`),
      ...names.flatMap((name, i) =>
        trained.has(name) ? [`    ${nameOf(name)}.data.copy_(${nameOf(updates[i]!)})`] : [],
      ),
    ];
  });
  return [`# ${words.phases.superseded}`, `# ${words.phases.inPlace}`, ...lines];
}

/** PyTorch keeps the factors of a product, and of anything else what it once came to. */
function refuseUnreadable({ setup, graph }: Trace): void {
  for (const { formula } of setup.program.lines) {
    for (const name of namesIn(formula)) {
      if (!setup.trained.has(name) || isPlain(formula, name)) continue;
      throw new InputError([{ message: words.noSuperseded(plainSymbol(name)) }]);
    }
  }
  for (const name of setup.trained) {
    const distances = new Set(graph.consumers(name).map((line) => graph.distance(line)));
    if (distances.size > 1) throw new InputError([{ message: words.noSuperseded(plainSymbol(name)) }]);
  }
}

/** Whether a name occurs only as a term of the sum that a line is, or as one of two factors of such a term. */
function isPlain(formula: Formula, name: string): boolean {
  if (formula.kind !== 'call' || !namesIn(formula).includes(name)) return true;
  if (formula.op === 'add' || formula.op === 'sub') return formula.args.every((arg) => isPlain(arg, name));
  return formula.op === 'mul' && formula.args.length === 2 && formula.args.every((arg) => arg.kind === 'name');
}
