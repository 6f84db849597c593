import { InputError, type Complaint, type Place } from '../complaint.js';
import type { Formula } from '../formula/formula.js';
import { simplify } from '../interpret/rewrite.js';
import { vectorOps } from '../ops/index.js';
import {
  elementName,
  lettersOf,
  namesUsed,
  type Expression,
  type WrittenClaim,
  type WrittenLine,
  type WrittenProgram,
} from '../program/expression.js';
import { programOf, type Claim, type Given, type Line, type Program } from '../program/program.js';
import { gradientFunction } from '../program/tensor-functions.js';
import { Budget } from './budget.js';
import { checkRequirements } from './requirements.js';
import { inline } from './inline.js';
import { Names } from './names.js';
import { rangesOf, type Ranges } from './ranges.js';
import { indicesOf, LineComplaint, type Shape } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';
import { lineAt, stepsOf, stretchesOf, type Stretch } from './unroll.js';
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
  readonly #names: Names;
  readonly #lines: Line[] = [];
  readonly #claims: { readonly claim: WrittenClaim; readonly complaint: LineComplaint }[] = [];

  constructor(
    given: readonly Given[],
    private readonly at: (line: WrittenLine) => Place,
    private readonly budget: Budget,
  ) {
    this.#names = new Names(given);
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
    const known = new Set([...this.#names.keys(), ...namesOf(lines)]);
    const holds = (claim: WrittenClaim): boolean => [claim.name, ...namesUsed(claim)].every((each) => known.has(each));
    this.#claims.push(...claims.filter(holds).map((claim) => ({ claim, complaint })));
    const stated = new Map<string, Claim[]>();
    for (const claim of this.#claims.flatMap((each) => this.#claimed(each))) {
      stated.set(claim.ref, [...(stated.get(claim.ref) ?? []), claim]);
    }
    const { tensors, unused } = this.#names;
    return {
      ...programOf(this.#lines),
      tensors,
      ...(unused.size > 0 && { unused }),
      ...(stated.size > 0 && { claims: stated }),
    };
  }

  #written(line: WrittenLine): void {
    const complaint = this.#complaintAt(line);
    if (!line.forms) return this.#line(line, complaint);
    const called = { ...line, formula: this.#names.atSteps(line.formula, complaint) };
    const { form, lines, claims, inputs } = inline(called, this.#names.shapeOf, complaint);
    checkRequirements(form, inputs, { shapeOf: this.#names.shapeOf, textOf: this.#names.textOf, complaint });
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

  /** Lines that are repeated for every time step: one step after the other, so that each finds what the last one left. */
  #overTime(stretch: Stretch): void {
    const [first] = stretch.lines as readonly [WrittenLine];
    const { known, textOf } = this.#names;
    const steps = stepsOf(stretch, { shapeOf: known, textOf }, this.#complaintAt(first));
    this.#names.divide(stretch, steps);
    for (let time = 1; time <= steps; time++) {
      for (const line of stretch.lines) {
        this.#written(lineAt(line, time));
        if (time === 1) this.#names.checkState(line, stretch, (each) => this.#complaintAt(each));
      }
    }
    this.#names.gather(stretch, steps);
  }

  #complaintAt(line: WrittenLine): LineComplaint {
    return new LineComplaint(`line ${this.at(line).line ?? line.line}`, this.at(line));
  }

  #line(line: WrittenLine, complaint: LineComplaint): void {
    const { name, formula } = line;
    const used = new Set<string>();
    const ranges = rangesOf(line, this.#names.shapeOf, complaint);
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
    this.#names.define(line, shape);
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
      shapeOf: this.#names.shapeOf,
      isSequence: this.#names.isSequence,
      labelOf: this.#names.labelOf,
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
    const ranges = rangesOf({ formula: both, indices }, this.#names.shapeOf, complaint);
    const line = { formula, ...(indices.length > 0 && { indices }) };
    const { at } = this.#elements(line, ranges, complaint, new Set());
    return [...indicesOf(this.#names.shapeOf(name))].map((index) => ({
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
