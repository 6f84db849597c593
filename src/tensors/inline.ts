import {
  initialOf,
  innerName,
  type Expression,
  type Form,
  type Index,
  type Input,
  type WrittenClaim,
  type WrittenLine,
} from '../program/expression.js';
import { inWords, type LineComplaint, type Shape } from './shape.js';

/** A block written out: its lines and claims in the names of the program, and the form they are from. */
export interface Inlined {
  readonly form: Form;
  readonly lines: readonly WrittenLine[];
  readonly claims: readonly WrittenClaim[];
  /** What each input of the form is here: a name, or a number. */
  readonly inputs: ReadonlyMap<string, Expression>;
}

/** Write out the block that a line calls: the first of its forms that fits the shapes of the inputs. */
export function inline(line: WrittenLine, shapeOf: (name: string) => Shape, complaint: LineComplaint): Inlined {
  const { name, formula } = line;
  const [block, args] = formula.kind === 'call' ? [formula.op, formula.args] : ['', []];
  const shapes = args.map((arg) => (arg.kind === 'name' ? shapeOf(arg.name) : []));
  const form = line.forms!.find(({ inputs }) => fits(inputs, shapes));
  if (!form) return complaint.refuse(noForm(block, line.forms!, args, shapes, complaint.where), block);
  checkSizes(form.inputs, args, shapes, complaint);
  const inputs = new Map(
    form.inputs.map((input, i): [string, Expression] => [
      input.name,
      args[i] ?? { kind: 'number', text: input.otherwise! },
    ]),
  );
  const inner = new Map(form.lines.map((each) => [each.name, each.name === 'out' ? name : innerName(name, each.name)]));
  const initial = new Map(Object.entries(form.states ?? {}).map(([state, input]) => [initialOf(state), input]));
  const rename = (old: string): string => {
    const input = inputs.get(initial.get(old) ?? old);
    return inner.get(old) ?? (input?.kind === 'name' ? input.name : old);
  };
  const renaming: Renaming = { rename, numbers: inputs };
  return {
    form,
    inputs,
    lines: form.lines.map((each) => ({
      ...each,
      name: rename(each.name),
      formula: renamed(each.formula, renaming),
      line: line.line,
      text: each.text,
      ...(each.name !== 'out' && { within: name }),
      ...(line.time !== undefined && { time: line.time }),
    })),
    claims: form.claims.map((claim) => ({
      ...claim,
      name: rename(claim.name),
      formula: renamed(claim.formula, renaming),
      within: name,
    })),
  };
}

function fits(inputs: readonly Input[], shapes: readonly Shape[]): boolean {
  if (shapes.length > inputs.length) return false;
  const samples = new Set<number>();
  const all = inputs.every(({ indices, otherwise }, i) => {
    const shape = shapes[i];
    if (!shape) return otherwise !== undefined;
    const named = indices.filter(({ kind }) => kind !== 'rest').length;
    if (named === indices.length) return shape.length === named;
    samples.add(shape.length - named);
    return shape.length >= named;
  });
  return all && samples.size <= 1;
}

function noForm(
  block: string,
  forms: readonly Form[],
  args: readonly Expression[],
  shapes: readonly Shape[],
  where: string,
): string {
  const has = args.map((arg, i) => `${arg.kind === 'name' ? `\`${arg.name}\`` : 'a number'} (${inWords(shapes[i]!)})`);
  const written = (input: Input): string =>
    input.name +
    (input.indices.length
      ? `[${input.indices.map((index) => (index.kind === 'name' ? index.name : '...')).join(',')}]`
      : '');
  const takes = forms.map(({ inputs }) => `\`${block}(${inputs.map(written).join(', ')})\``).join(' or ');
  return `\`${block}\` does not take what ${where} gives it, ${has.join(', ')}: it takes ${takes}.`;
}

/** The same letter is the same size everywhere. */
function checkSizes(
  inputs: readonly Input[],
  args: readonly Expression[],
  shapes: readonly Shape[],
  complaint: LineComplaint,
): void {
  const sizes = new Map<string, { readonly size: number; readonly of: string }>();
  for (const [i, shape] of shapes.entries()) {
    const { indices, name: input } = inputs[i]!;
    const arg = args[i]!;
    const of = arg.kind === 'name' ? arg.name : input;
    const named = indices.filter(({ kind }) => kind !== 'rest');
    const axes: (readonly [string, number])[] = named.flatMap((index, j) =>
      index.kind === 'name' ? [[index.name, shape[shape.length - named.length + j]!] as const] : [],
    );
    if (named.length < indices.length)
      axes.push(...shape.slice(0, shape.length - named.length).map((size, j) => [`...${j}`, size] as const));
    for (const [letter, size] of axes) {
      const known = sizes.get(letter);
      if (known && known.size !== size) {
        complaint.refuse(
          `\`${known.of}\` is ${inWords(shapes[args.findIndex((arg) => arg.kind === 'name' && arg.name === known.of)] ?? [])} and \`${of}\` is ${inWords(shape)} in ${complaint.where}, and these do not fit: ${known.size} and ${size} must be the same.`,
          of,
        );
      }
      if (!known) sizes.set(letter, { size, of });
    }
  }
}

interface Renaming {
  readonly rename: (name: string) => string;
  /** Inputs that are numbers here. */
  readonly numbers: ReadonlyMap<string, Expression>;
}

function renamed(node: Expression, renaming: Renaming): Expression {
  const index = (each: Index): Index =>
    each.kind === 'name' ? { ...each, name: renaming.rename(each.name), indices: each.indices.map(index) } : each;
  switch (node.kind) {
    case 'number':
      return node;
    case 'name': {
      const number = renaming.numbers.get(node.name);
      return number?.kind === 'number' ? number : { ...node, name: renaming.rename(node.name) };
    }
    case 'call':
      return { ...node, args: node.args.map((arg) => renamed(arg, renaming)) };
    case 'element':
      return {
        ...node,
        name: renaming.rename(node.name),
        indices: node.indices.map(index),
        ...(node.initial !== undefined && { initial: renaming.rename(node.initial) }),
      };
    case 'reduction':
      return {
        ...node,
        of: renamed(node.of, renaming),
        over: node.over.map((each) => (each.except ? { ...each, except: index(each.except) } : each)),
      };
  }
}
