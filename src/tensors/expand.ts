import { InputError, type Complaint, type Place } from '../complaint.js';
import type { Formula } from '../formula/formula.js';
import { simplify } from '../interpret/rewrite.js';
import { vectorOps } from '../ops/index.js';
import {
  elementName,
  elementOf,
  lettersOf,
  nameAt,
  namesUsed,
  timeSteps,
  type Expression,
  type WrittenClaim,
  type WrittenLine,
  type WrittenProgram,
} from '../program/expression.js';
import { programOf, type Claim, type Given, type Line, type Program, type Tensor } from '../program/program.js';
import { gradientFunction } from '../program/tensor-functions.js';
import { Budget } from './budget.js';
import { checkRequirements } from './requirements.js';
import { inline } from './inline.js';
import { rangesOf, type Ranges } from './ranges.js';
import { indicesOf, inWords, LineComplaint, sameShape, type Shape } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';
import { lineAt, sequencesIn, statesIn, stepsOf, stretchesOf, type Stretch } from './unroll.js';
import { scalarIn, valueOf } from './value.js';

/** The most scalars that a program may have: beyond it, no page shows them and no reader follows them. */
const mostScalars = 100_000;

/**
 * Turn a program as it is written into one over scalars: shapes are inferred line by line from those of the given
 * numbers, blocks are written out, and every element becomes a variable of its own, `z[2]`, `n1.var[1]`.
 * @param at where a line stands, for complaints
 * @param budget how much may be written out, where several programs share it
 * @throws InputError where shapes do not fit, naming the line and both shapes; where too much would be written out
 */
export function expand(
  program: WrittenProgram,
  given: readonly Given[],
  at: (line: WrittenLine) => Place = ({ line }) => ({ line }),
  budget = new Budget(),
): Program {
  return new Expander(given, at, budget).expand(program);
}

class Expander {
  readonly #shapes = new Map<string, Shape>();
  readonly #texts = new Map<string, string>();
  readonly #lines: Line[] = [];
  readonly #tensors = new Map<string, Tensor>();
  readonly #unused = new Set<string>();
  /** The names that have time as their first axis. */
  readonly #sequences = new Set<string>();
  readonly #claims: { readonly claim: WrittenClaim; readonly complaint: LineComplaint }[] = [];

  constructor(
    given: readonly Given[],
    private readonly at: (line: WrittenLine) => Place,
    private readonly budget: Budget,
  ) {
    for (const { name, text } of given) {
      this.#texts.set(name, text);
      const { tensor, index } = elementOf(name);
      const known = this.#shapes.get(tensor) ?? [];
      this.#shapes.set(
        tensor,
        index.map((each, axis) => Math.max(each, known[axis] ?? 0)),
      );
    }
    for (const [name, shape] of this.#shapes) if (shape.length) this.#tensors.set(name, { name, shape });
  }

  expand({ lines, claims = [] }: WrittenProgram): Program {
    const complaints: Complaint[] = [];
    const broken = new Set<string>();
    const attempt = (names: readonly string[], work: () => void): void => {
      try {
        work();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        complaints.push(...error.complaints);
        names.forEach((name) => broken.add(name));
      }
    };
    for (const stretch of stretchesOf(lines)) {
      // What follows from a line that could not be read would only be said to be wrong once more.
      const isBroken = (line: WrittenLine): boolean => namesUsed(line).some((name) => broken.has(name));
      if (stretch.isTimed) {
        const names = stretch.lines.map(({ name }) => name);
        if (stretch.lines.some(isBroken)) names.forEach((name) => broken.add(name));
        else attempt(names, () => this.#overTime(stretch));
      } else {
        for (const line of stretch.lines) {
          if (isBroken(line)) broken.add(line.name);
          else attempt([line.name], () => this.#written(line));
          if (this.budget.isExceeded) break;
        }
      }
      if (this.budget.isExceeded) break;
    }
    if (complaints.length > 0) throw new InputError(complaints);
    const complaint = new LineComplaint('the claim', {});
    // Under a convention that takes a name away, what is claimed of it is not claimed.
    const known = new Set([...this.#shapes.keys(), ...namesOf(lines)]);
    const holds = (claim: WrittenClaim): boolean => [claim.name, ...namesUsed(claim)].every((each) => known.has(each));
    this.#claims.push(...claims.filter(holds).map((claim) => ({ claim, complaint })));
    const stated = new Map<string, Claim[]>();
    for (const claim of this.#claims.flatMap((each) => this.#claimed(each))) {
      stated.set(claim.ref, [...(stated.get(claim.ref) ?? []), claim]);
    }
    return {
      ...programOf(this.#lines),
      tensors: this.#tensors,
      ...(this.#unused.size > 0 && { unused: this.#unused }),
      ...(stated.size > 0 && { claims: stated }),
    };
  }

  #shapeOf = (name: string): Shape => this.#known(name.replace(/^backward\//, '')) ?? [];

  /** The shape of a name, of a time step too: `x[2]` is what is left of x without its first axis. */
  #known(name: string): Shape | undefined {
    const open = name.indexOf('[');
    return this.#shapes.get(name) ?? (open < 0 ? undefined : this.#shapes.get(name.slice(0, open))?.slice(1));
  }

  #labelOf = (name: string): number | undefined => {
    const text = this.#texts.get(name);
    return text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  };

  #written(line: WrittenLine): void {
    const complaint = this.#complaintAt(line);
    if (!line.forms) return this.#line(line, complaint);
    const called = { ...line, formula: this.#atSteps(line.formula, complaint) };
    const { form, lines, claims, inputs } = inline(called, this.#shapeOf, complaint);
    checkRequirements(form, inputs, { shapeOf: this.#shapeOf, textOf: (name) => this.#texts.get(name), complaint });
    for (const stretch of stretchesOf(lines)) {
      if (stretch.isTimed && line.time !== undefined) {
        const block = line.formula.kind === 'call' ? line.formula.op : '';
        complaint.refuse(
          `\`${block}\` goes through all time steps by itself: give it the whole sequence, in a line without \`[t]\`.`,
          block,
        );
      }
      if (stretch.isTimed) this.#overTime(stretch);
      else stretch.lines.forEach((each) => this.#written(each));
    }
    this.#claims.push(...claims.map((claim) => ({ claim, complaint })));
  }

  /** A block's inputs, those at a fixed time step (`h[3]`, `h[T]`) by the name of that step. */
  #atSteps(formula: Expression, complaint: LineComplaint): Expression {
    if (formula.kind !== 'call') return formula;
    const args = formula.args.map((arg): Expression => {
      if (arg.kind !== 'element') return arg;
      const [index] = arg.indices;
      const time = index?.kind === 'at' ? index.at : this.#labelOf(timeSteps);
      const steps = this.#sequences.has(arg.name) ? this.#shapeOf(arg.name)[0]! : 0;
      if (time !== undefined && time <= steps) return { kind: 'name', name: nameAt(arg.name, time) };
      const has = steps
        ? `\`${arg.name}\` has ${steps} time steps`
        : `\`${arg.name}\` is no sequence over time: give the element a line of its own first`;
      return complaint.refuse(
        `\`${arg.name}[${index?.kind === 'at' ? index.at : timeSteps}]\` can't be an input in ${complaint.where}: ${has}.`,
        arg.name,
      );
    });
    return { ...formula, args };
  }

  /** Lines that are repeated for every time step: one step after the other, so that each finds what the last one left. */
  #overTime(stretch: Stretch): void {
    const [first] = stretch.lines as readonly [WrittenLine];
    const complaint = this.#complaintAt(first);
    const known = { shapeOf: (name: string) => this.#known(name), textOf: (name: string) => this.#texts.get(name) };
    const steps = stepsOf(stretch, known, complaint);
    this.#divideGiven(stretch, steps);
    for (let time = 1; time <= steps; time++) {
      for (const line of stretch.lines) {
        this.#written(lineAt(line, time));
        if (time === 1) this.#checkState(line, stretch);
      }
    }
    for (const { name } of stretch.lines) {
      this.#shapes.set(name, [steps, ...this.#shapeOf(nameAt(name, 1))]);
      this.#sequences.add(name);
    }
  }

  /** The state before the first time step is as large as every later one. */
  #checkState({ name }: WrittenLine, { lines }: Stretch): void {
    const user = lines.find((line) => statesIn(line.formula).has(name));
    const initial = user && statesIn(user.formula).get(name)!;
    const [before, after] = [this.#known(initial ?? ''), this.#shapeOf(nameAt(name, 1))];
    if (!user || !before || sameShape(before, after)) return;
    this.#complaintAt(user).refuse(
      `\`${initial}\` is ${inWords(before)}, and \`${nameAt(name, 1)}\`, the same a time step later, is ${inWords(after)}: give \`${initial}\` as many numbers.`,
      initial,
    );
  }

  /** A given sequence stands in the picture, and in the steps, one time step after the other. */
  #divideGiven({ lines }: Stretch, steps: number): void {
    const own = new Set(lines.map(({ name }) => name));
    for (const name of new Set(lines.flatMap(({ formula }) => sequencesIn(formula)))) {
      const shape = own.has(name) ? undefined : this.#shapes.get(name);
      if (!shape?.length || this.#tensors.get(name)?.written) continue;
      this.#tensors.delete(name);
      this.#sequences.add(name);
      const step = shape.slice(1);
      for (let time = 1; time <= shape[0]!; time++) {
        const unit = nameAt(name, time);
        if (time <= steps && step.length) this.#tensors.set(unit, { name: unit, shape: step });
        if (time > steps) for (const index of indicesOf(step)) this.#unused.add(elementName(unit, index));
      }
    }
  }

  #complaintAt(line: WrittenLine): LineComplaint {
    return new LineComplaint(`line ${this.at(line).line ?? line.line}`, this.at(line));
  }

  #line(line: WrittenLine, complaint: LineComplaint): void {
    const { name, formula } = line;
    const used = new Set<string>();
    const ranges = rangesOf(line, this.#shapeOf, complaint);
    const { shape, at } = this.#elements(line, ranges, complaint, used);
    if (this.#lines.length + sizeOf(shape) > mostScalars) {
      const most = mostScalars.toLocaleString('en');
      complaint.refuse(
        `The program has more than ${most} numbers, more than anyone can step through: make it smaller.`,
      );
    }
    const isVector = formula.kind === 'call' && vectorOps.has(formula.op);
    for (const index of indicesOf(shape)) {
      this.budget.spend(1, complaint);
      const element = at(index);
      this.#lines.push({
        name: elementName(name, index),
        formula: element,
        text: line.text,
        line: line.line,
        ...(line.hint !== undefined && { hint: line.hint }),
        ...(isVector && { outputs: siblings(name, shape, index) }),
        ...(used.size > 0 && { labels: [...used] }),
        ...(line.time !== undefined && { time: line.time }),
      });
      if (line.indices) used.clear();
    }
    this.#shapes.set(name, shape);
    if (shape.length > 0 || line.within !== undefined) this.#tensors.set(name, { name, shape, written: line });
  }

  /** The formulas of a line's elements: by the letters on its left, or of everything at once. */
  #elements(
    { formula, indices }: Pick<WrittenLine, 'formula' | 'indices'>,
    ranges: Ranges,
    complaint: LineComplaint,
    used: Set<string>,
  ): Value {
    const nothing: Surroundings = {
      complaint,
      budget: this.budget,
      shapeOf: this.#shapeOf,
      isSequence: (name) => this.#sequences.has(name),
      labelOf: this.#labelOf,
      used,
      letters: new Map(),
      rest: [],
      ranges: ranges.letters,
    };
    const tidy = mentions(formula, 'delta') ? simplify : (each: Formula): Formula => each;
    if (!indices) {
      const { shape, at } = valueOf(formula, nothing);
      return { shape, at: (index) => tidy(at(index)) };
    }
    const shape = indices.flatMap((index) =>
      index.kind === 'rest' ? ranges.rest : index.kind === 'name' ? [ranges.letters.get(index.name)!] : [],
    );
    const rest = indices.findIndex(({ kind }) => kind === 'rest');
    const restEnd = rest + ranges.rest.length;
    return {
      shape,
      at: (index) => {
        const named = rest < 0 ? index : [...index.slice(0, rest), ...index.slice(restEnd)];
        const letters = new Map(lettersOf(indices).map((letter, i) => [letter, named[i]!]));
        return tidy(scalarIn(formula, { ...nothing, letters, rest: rest < 0 ? [] : index.slice(rest, restEnd) }));
      },
    };
  }

  #claimed({
    claim,
    complaint,
  }: {
    readonly claim: WrittenClaim;
    readonly complaint: LineComplaint;
  }): readonly Claim[] {
    const { name, indices, text, note, within } = claim;
    const formula = overGradients(claim.formula);
    // The left side ranges over the whole tensor, so its letters are known even if the right side does not use them.
    const left: Expression = indices.length ? { kind: 'element', name, indices } : { kind: 'name', name };
    const both: Expression = { kind: 'call', op: 'add', args: [formula, left] };
    const ranges = rangesOf({ formula: both, indices }, this.#shapeOf, complaint);
    const line = { formula, ...(indices.length > 0 && { indices }) };
    const { at } = this.#elements(line, ranges, complaint, new Set());
    return [...indicesOf(this.#shapeOf(name))].map((index) => ({
      ref: `backward/${elementName(name, index)}`,
      formula: simplify(at(index)),
      text,
      ...(note !== undefined && { note }),
      ...(within !== undefined && { within }),
    }));
  }
}

const namesOf = (lines: readonly WrittenLine[]): readonly string[] =>
  lines.flatMap((line) => [line.name, ...namesUsed(line)]);

const sizeOf = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

/** The names of all outputs of a vector op: along the last axis. */
function siblings(name: string, shape: Shape, index: readonly number[]): readonly string[] {
  const before = index.slice(0, -1);
  return Array.from({ length: shape.at(-1)! }, (_, k) => elementName(name, [...before, k + 1]));
}

/** `grad(z[k])` is the gradient of `z[k]`: a tensor of its own, with the same indices. */
function overGradients(node: Expression): Expression {
  if (node.kind === 'reduction') return { ...node, of: overGradients(node.of) };
  if (node.kind !== 'call') return node;
  const [of] = node.args;
  if (node.op === gradientFunction && (of?.kind === 'element' || of?.kind === 'name')) {
    return { ...of, name: `backward/${of.name}` };
  }
  return { ...node, args: node.args.map(overGradients) };
}

function mentions(node: Expression, op: string): boolean {
  if (node.kind === 'reduction') return mentions(node.of, op);
  return node.kind === 'call' && (node.op === op || node.args.some((arg) => mentions(arg, op)));
}
