import {
  initialOf,
  isBefore,
  isNow,
  isTimed,
  nameAt,
  timeLetter,
  timeSteps,
  type Expression,
  type Index,
  type WrittenLine,
} from '../program/expression.js';
import type { LineComplaint, Shape } from './shape.js';

/** Lines that stand together: those of every time step, to be repeated in turn, or the others. */
export interface Stretch {
  readonly isTimed: boolean;
  readonly lines: readonly WrittenLine[];
}

/** A program's lines in stretches. */
export function stretchesOf(lines: readonly WrittenLine[]): readonly Stretch[] {
  const stretches: { isTimed: boolean; lines: WrittenLine[] }[] = [];
  for (const line of lines) {
    const timed = isTimed(line);
    const last = stretches.at(-1);
    if (last?.isTimed === timed) last.lines.push(line);
    else stretches.push({ isTimed: timed, lines: [line] });
  }
  return stretches;
}

/** What there is to know of the names in a stretch. */
export interface Known {
  /** The shape of a name that is given, or that a line above gives; nothing if there is none. */
  readonly shapeOf: (name: string) => Shape | undefined;
  /** The text of a given number. */
  readonly textOf: (name: string) => string | undefined;
}

/**
 * How many time steps a stretch has: as many as `T` says; without one, as the first axis of all that `[t]` indexes.
 * @throws InputError where nothing says so, where two things differ, or where there is less than `T` asks for
 */
export function stepsOf({ lines }: Stretch, { shapeOf, textOf }: Known, complaint: LineComplaint): number {
  const own = new Set(lines.map(({ name }) => name));
  const sizes = new Map<string, number>();
  for (const { formula } of lines) {
    for (const [name, axis] of timedNames(formula)) {
      const size = own.has(name) ? undefined : shapeOf(name)?.[axis];
      if (size !== undefined) sizes.set(name, size);
    }
  }
  const [first, ...others] = sizes;
  const asked = textOf(timeSteps);
  if (asked !== undefined) {
    if (!/^[1-9]\d*$/.test(asked))
      complaint.refuse(
        `\`${timeSteps}\` is ${asked}, and it is how often the lines with \`[${timeLetter}]\` are repeated: give it a whole number from 1.`,
        timeSteps,
      );
    for (const [name, size] of sizes) {
      if (size < Number(asked))
        complaint.refuse(
          `\`${timeSteps}\` asks for ${asked} time steps, and \`${name}\` has ${size}: make \`${timeSteps}\` smaller, or give \`${name}\` more.`,
          timeSteps,
        );
    }
    return Number(asked);
  }
  if (!first)
    return complaint.refuse(
      `Nothing says how many time steps there are in ${complaint.where}: use a given list in the lines with \`[${timeLetter}]\`, like \`x[${timeLetter}]\`, or give \`${timeSteps}\` a whole number.`,
      lines[0]!.name,
    );
  for (const [name, size] of others) {
    if (size !== first[1])
      complaint.refuse(
        `\`${first[0]}\` has ${first[1]} time steps and \`${name}\` has ${size} in ${complaint.where}: they must have as many, or \`${timeSteps}\` must say how many to use.`,
        name,
      );
  }
  return first[1];
}

/** The names that the letter of time indexes, and along which axis. */
function timedNames(node: Expression): readonly (readonly [name: string, axis: number])[] {
  if (node.kind === 'call') return node.args.flatMap(timedNames);
  if (node.kind === 'reduction') return timedNames(node.of);
  if (node.kind !== 'element') return [];
  const inside = node.indices.flatMap((index) =>
    index.kind === 'name' && index.indices.length
      ? timedNames({ kind: 'element', name: index.name, indices: index.indices })
      : [],
  );
  const axis = node.indices.findIndex((index) => isNow(index) || isBefore(index));
  return axis < 0 ? inside : [[node.name, axis], ...inside];
}

/** The names that have time as their first axis, as far as an expression says so: `x` in `W*x[t]`. */
export const sequencesIn = (formula: Expression): readonly string[] =>
  timedNames(formula).flatMap(([name, axis]) => (axis === 0 ? [name] : []));

/** What an expression uses of the time step before, and what that is called before the first: `h`, `h0`. */
export function statesIn(formula: Expression): ReadonlyMap<string, string> {
  if (formula.kind === 'element') return new Map(formula.initial ? [[formula.name, formula.initial]] : []);
  const inside = formula.kind === 'call' ? formula.args : formula.kind === 'reduction' ? [formula.of] : [];
  return new Map(inside.flatMap((each) => [...statesIn(each)]));
}

/** A line at one time step: `h[2] = tanh(Wx*x[2] + Wh*h[1] + b)`; the state before the first step is `h0`. */
export function lineAt(line: WrittenLine, time: number): WrittenLine {
  const { indices: [, ...letters] = [], ...rest } = line;
  const { indices: _, ...whole } = line;
  return {
    ...(letters.length ? { ...rest, indices: letters } : whole),
    name: nameAt(line.name, time),
    formula: expressionAt(line.formula, time),
    time,
  };
}

function expressionAt(node: Expression, time: number): Expression {
  switch (node.kind) {
    case 'call':
      return { ...node, args: node.args.map((arg) => expressionAt(arg, time)) };
    case 'reduction':
      return {
        ...node,
        of: expressionAt(node.of, time),
        over: node.over.map((each) => (each.except ? { ...each, except: indexAt(each.except, time) } : each)),
      };
    case 'element': {
      const [first, ...others] = node.indices;
      const isStep = isNow(first) || isBefore(first);
      const rest = (isStep ? others : node.indices).map((index) => indexAt(index, time));
      const name = isStep ? stepName(node.name, first!, time, node.initial) : node.name;
      return rest.length ? { kind: 'element', name, indices: rest } : { kind: 'name', name };
    }
    default:
      return node;
  }
}

const stepName = (name: string, index: Index, time: number, initial = initialOf(name)): string =>
  isNow(index) ? nameAt(name, time) : time === 1 ? initial : nameAt(name, time - 1);

function indexAt(index: Index, time: number): Index {
  if (isNow(index)) return { kind: 'at', at: time };
  if (index.kind !== 'name' || !index.indices.length) return index;
  const [first, ...others] = index.indices;
  const isStep = isNow(first) || isBefore(first);
  return {
    ...index,
    name: isStep ? stepName(index.name, first!, time) : index.name,
    indices: (isStep ? others : index.indices).map((each) => indexAt(each, time)),
  };
}
