import { elementName, elementOf, nameAt, timeSteps, type Expression, type WrittenLine } from '../program/expression.js';
import type { Given, Tensor } from '../program/program.js';
import { indicesOf, inWords, sameShape, type LineComplaint, type Shape } from './shape.js';
import { sequencesIn, statesIn, type Stretch } from './unroll.js';

/** What is known of a program's names while it is expanded: shapes, given texts, and which go through time. */
export class Names {
  readonly tensors = new Map<string, Tensor>();
  /** Given numbers of later time steps than there are. */
  readonly unused = new Set<string>();
  readonly #shapes = new Map<string, Shape>();
  readonly #texts = new Map<string, string>();
  /** The names that have time as their first axis. */
  readonly #sequences = new Set<string>();

  constructor(given: readonly Given[]) {
    for (const { name, text } of given) {
      this.#texts.set(name, text);
      const { tensor, index } = elementOf(name);
      const known = this.#shapes.get(tensor) ?? [];
      this.#shapes.set(
        tensor,
        index.map((each, axis) => Math.max(each, known[axis] ?? 0)),
      );
    }
    for (const [name, shape] of this.#shapes) if (shape.length) this.tensors.set(name, { name, shape });
  }

  /** Every name whose shape is known. */
  keys(): Iterable<string> {
    return this.#shapes.keys();
  }

  /** The shape of a name, or of its gradient. Names that nothing gives are scalars. */
  readonly shapeOf = (name: string): Shape => this.known(name.replace(/^backward\//, '')) ?? [];

  /** The shape of a name, of a time step too: `x[2]` is what is left of x without its first axis. */
  readonly known = (name: string): Shape | undefined => {
    const open = name.indexOf('[');
    return this.#shapes.get(name) ?? (open < 0 ? undefined : this.#shapes.get(name.slice(0, open))?.slice(1));
  };

  /** The text of a given number. */
  readonly textOf = (name: string): string | undefined => this.#texts.get(name);

  /** The whole number from 1 that a given label has. */
  readonly labelOf = (name: string): number | undefined => {
    const text = this.#texts.get(name);
    return text !== undefined && /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
  };

  readonly isSequence = (name: string): boolean => this.#sequences.has(name);

  /** A line gives this. */
  define(line: WrittenLine, shape: Shape): void {
    const { name } = line;
    this.#shapes.set(name, shape);
    if (shape.length > 0 || line.within !== undefined) this.tensors.set(name, { name, shape, written: line });
  }

  /** Given sequences stand in the picture, and in the steps, one time step after the other. */
  divide({ lines }: Stretch, steps: number): void {
    const own = new Set(lines.map(({ name }) => name));
    for (const name of new Set(lines.flatMap(({ formula }) => sequencesIn(formula)))) {
      const shape = own.has(name) ? undefined : this.#shapes.get(name);
      if (!shape?.length || this.tensors.get(name)?.written) continue;
      this.tensors.delete(name);
      this.#sequences.add(name);
      const step = shape.slice(1);
      for (let time = 1; time <= shape[0]!; time++) {
        const unit = nameAt(name, time);
        if (time <= steps && step.length) this.tensors.set(unit, { name: unit, shape: step });
        if (time > steps) for (const index of indicesOf(step)) this.unused.add(elementName(unit, index));
      }
    }
  }

  /** What the lines of a stretch gave at every time step is one sequence each. */
  gather({ lines }: Stretch, steps: number): void {
    for (const { name } of lines) {
      this.#shapes.set(name, [steps, ...this.shapeOf(nameAt(name, 1))]);
      this.#sequences.add(name);
    }
  }

  /** The state before the first time step is as large as every later one. */
  checkState({ name }: WrittenLine, { lines }: Stretch, complaintAt: (line: WrittenLine) => LineComplaint): void {
    const user = lines.find((line) => statesIn(line.formula).has(name));
    const initial = user && statesIn(user.formula).get(name)!;
    const [before, after] = [this.known(initial ?? ''), this.shapeOf(nameAt(name, 1))];
    if (!user || !before || sameShape(before, after)) return;
    complaintAt(user).refuse(
      `\`${initial}\` is ${inWords(before)}, and \`${nameAt(name, 1)}\`, the same a time step later, is ${inWords(after)}: give \`${initial}\` as many numbers.`,
      initial,
    );
  }

  /** A block's inputs, those at a fixed time step (`h[3]`, `h[T]`) by the name of that step. */
  atSteps(formula: Expression, complaint: LineComplaint): Expression {
    if (formula.kind !== 'call') return formula;
    const args = formula.args.map((arg): Expression => {
      if (arg.kind !== 'element') return arg;
      const [index] = arg.indices;
      const time = index?.kind === 'at' ? index.at : this.labelOf(timeSteps);
      const steps = this.isSequence(arg.name) ? this.shapeOf(arg.name)[0]! : 0;
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
}
