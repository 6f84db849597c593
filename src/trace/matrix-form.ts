import { elementName, type Expression } from '../program/expression.js';
import { gradientOf, localOf } from './reference.js';
import {
  gridNode,
  looksThroughWindows,
  occurrences,
  product,
  transposed,
  type Grid,
  type MatrixForm,
  type MatrixNode,
} from './matrix-node.js';
import type { Step, Trace } from './step.js';
import { updateForm } from './update-form.js';

/**
 * The matrix form of a tensor's step, or of the one that an element belongs to. Backward by the rules for matrix
 * products (Petersen & Pedersen, The Matrix Cookbook, 2012, §2), element by element where a line works so, and
 * otherwise by the line's Jacobian, a sample at a time. Nothing for a step of a scalar, or where no such form is known.
 */
export function matrixFormOf(trace: Trace, step: Step): MatrixForm | undefined {
  const whole = step.within === undefined ? step : trace.find(step.within);
  if (whole?.kind !== 'tensor') return undefined;
  const writer = new Writer(trace, step.target);
  const form = {
    forward: () => writer.forward(whole.target),
    loss: () => writer.forward(whole.target),
    backward: () => writer.backward(whole.target),
    update: () => updateForm(trace, whole.target),
  }[whole.phase]();
  return writer.isFlat ? form : undefined;
}

const asIs = (element: string): string => element;

class Writer {
  /** Nothing in it has more than two axes, so that it can be written as matrices. */
  isFlat = true;

  constructor(
    private readonly trace: Trace,
    private readonly current: string,
  ) {}

  forward(name: string): MatrixForm | undefined {
    const written = this.#tensor(name)?.written;
    if (!written) return undefined;
    const { formula, indices } = written;
    // A window that slides is no product of the matrices it slides over.
    if (looksThroughWindows(formula) || this.#hasRow(formula)) return undefined;
    return { result: this.#grid(name), right: indices ? this.#formula(formula) : this.#node(formula) };
  }

  backward(name: string): MatrixForm | undefined {
    const { graph } = this.trace;
    const elements = this.#elements(name);
    const lines = new Set(elements.flatMap((each) => graph.consumers(each)));
    const units = [...new Set([...lines].filter((line) => graph.distance(line) !== undefined).map(graph.unitOf))];
    // The derivative of the loss itself is what is asked for, so it explains nothing.
    if (units.includes(this.trace.setup.loss)) return undefined;
    const terms = units.map((unit) => this.#byRule(name, unit) ?? this.#byElements(name, unit));
    if (terms.length === 0 || terms.some((term) => term === undefined)) return undefined;
    const known = terms as readonly Term[];
    const row = known.find((term) => term.row !== undefined)?.row;
    if (known.some((term) => term.row !== row)) return undefined;
    const result = this.#grid(name, gradientOf);
    return {
      result: row === undefined ? result : this.#rowOf(name, row, gradientOf),
      right: known.length === 1 ? known[0]!.node : { kind: 'sum', terms: known.map(({ node }) => node) },
    };
  }

  /** What reaches a tensor through a line that is written without indices. */
  #byRule(name: string, unit: string): Term | undefined {
    const written = this.#tensor(unit)?.written;
    if (!written || written.indices || occurrences(written.formula, name) !== 1) return undefined;
    const upstream = gridNode(this.#grid(unit, gradientOf));
    const [own, all] = [this.#shape(name), this.#shape(unit)];
    const isRepeated = own.length < all.length || own.some((size, axis) => size < all[axis]!);
    const over = own.some((size) => size > 1) ? 'rows' : 'all';
    const node = this.#adjoint(written.formula, upstream, { name, ...(isRepeated && { over }) });
    return node && { node };
  }

  /** `over`: the tensor is smaller than what it is added to, so it serves every row, or everything. */
  #adjoint(
    expression: Expression,
    upstream: MatrixNode,
    to: { readonly name: string; readonly over?: 'rows' | 'all' },
  ): MatrixNode | undefined {
    const { name, over } = to;
    if (expression.kind === 'name') return over ? { kind: 'sum-over', over, of: upstream } : upstream;
    if (expression.kind !== 'call') return undefined;
    const { op, args } = expression;
    const at = args.findIndex((arg) => occurrences(arg, name) > 0);
    const next = args[at]!;
    const others = args.filter((_, i) => i !== at);
    if (op === 'add' || (op === 'sub' && at === 0)) return this.#adjoint(next, upstream, to);
    if (op === 'transpose') return this.#adjoint(next, transposed(upstream), to);
    if (op === 'times') {
      const factors = [upstream, ...others.map((other) => this.#node(other))];
      return this.#adjoint(next, { kind: 'hadamard', factors }, to);
    }
    if (op !== 'mul' || this.#hasRow(expression) || args.length !== 2 || args.some((arg) => !this.#isMatrix(arg)))
      return undefined;
    const other = transposed(this.#node(others[0]!));
    const factors = at === 0 ? [upstream, other] : [other, upstream];
    return this.#adjoint(next, { kind: 'product', factors }, { name });
  }

  /** What reaches a tensor through another, read from which element uses which. */
  #byElements(name: string, unit: string): Term | undefined {
    const { graph } = this.trace;
    const own = this.#elements(name);
    const leads = (via: string): boolean => graph.unitOf(via) === unit && graph.distance(via) !== undefined;
    const viasOf = new Map(own.map((each) => [each, graph.consumers(each).filter(leads)]));
    const usedBy = new Map<string, string[]>();
    for (const [each, vias] of viasOf) for (const via of vias) usedBy.set(via, [...(usedBy.get(via) ?? []), each]);
    if ([...viasOf.values()].every((vias) => vias.length <= 1)) {
      const local = this.#grid(
        name,
        (each) => viasOf.get(each)!.map((via) => localOf(via, each))[0],
        localOf(unit, name),
      );
      if (this.#shape(unit).length === 0)
        return { node: product(gridNode(this.#grid(unit, gradientOf)), gridNode(local)) };
      const upstream = this.#grid(name, (each) => viasOf.get(each)!.map(gradientOf)[0], gradientOf(unit));
      return { node: { kind: 'hadamard', factors: [gridNode(upstream), gridNode(local)] } };
    }
    const over = this.#overIn(name, unit, viasOf);
    if (over && [...usedBy.values()].every((used) => used.length === 1)) {
      const local = this.#grid(
        unit,
        (via) => usedBy.get(via)?.map((each) => localOf(via, each))[0],
        localOf(unit, name),
      );
      const both: MatrixNode = { kind: 'hadamard', factors: [gridNode(this.#grid(unit, gradientOf)), gridNode(local)] };
      return { node: { kind: 'sum-over', over, of: both } };
    }
    return this.#byJacobian(name, unit, viasOf);
  }

  /** Which axes of a line's tensor an element that it uses serves: whole rows, whole columns or everything. */
  #overIn(
    name: string,
    unit: string,
    viasOf: ReadonlyMap<string, readonly string[]>,
  ): 'rows' | 'columns' | 'all' | undefined {
    const own = this.#elements(name);
    const all = this.#elements(unit);
    const [first] = own;
    if (own.length === 1) return viasOf.get(first!)!.length === all.length ? 'all' : undefined;
    if (this.#shape(name).length > 1) return undefined;
    const serves = (axis: 0 | 1): boolean =>
      this.#shape(unit)[axis] === own.length &&
      own.every((each, i) => {
        const served = all.filter((via) => this.trace.graph.placeInUnit(via)[axis] === i + 1);
        const vias = viasOf.get(each)!;
        return vias.length === served.length && served.every((via) => vias.includes(via));
      });
    return serves(0) ? 'columns' : serves(1) ? 'rows' : undefined;
  }

  /** The row an element stands in, from 1. */
  #rowIn(element: string): number {
    return this.trace.graph.placeInUnit(element)[0] ?? 1;
  }

  /** Vector to vector; of two batches, the sample of the current element. */
  #byJacobian(name: string, unit: string, viasOf: ReadonlyMap<string, readonly string[]>): Term | undefined {
    const [from, to] = [this.#shape(name), this.#shape(unit)];
    if (from.length !== to.length || from.length > 2 || from.length === 0) return undefined;
    // The rows of an image are no samples.
    const written = this.#tensor(unit)?.written;
    if (from.length === 2 && written && looksThroughWindows(written.formula)) return undefined;
    const row =
      from.length === 2 ? (this.trace.graph.unitOf(this.current) === name ? this.#rowIn(this.current) : 1) : undefined;
    const inRow = (tensor: string): readonly string[] =>
      this.#elements(tensor).filter((each) => row === undefined || this.#rowIn(each) === row);
    const [inputs, outputs] = [inRow(name), inRow(unit)];
    const isClosed =
      row === undefined
        ? inputs.every((each) => viasOf.get(each)!.every((via) => outputs.includes(via)))
        : from[0] === to[0] &&
          [...viasOf].every(([each, vias]) => vias.every((via) => this.#rowIn(via) === this.#rowIn(each)));
    if (!isClosed) return undefined;
    const jacobian: Grid = {
      ref: localOf(unit, name),
      shape: [outputs.length, inputs.length],
      cells: outputs.map((via) =>
        inputs.map((each) => (viasOf.get(each)!.includes(via) ? localOf(via, each) : undefined)),
      ),
      ...(row !== undefined && { row }),
    };
    const upstream = row === undefined ? this.#grid(unit, gradientOf) : this.#rowOf(unit, row, gradientOf);
    return {
      node: product({ kind: 'transpose', of: gridNode(jacobian) }, gridNode(upstream)),
      ...(row !== undefined && { row }),
    };
  }

  #node(expression: Expression): MatrixNode {
    if (expression.kind === 'name') return gridNode(this.#grid(expression.name));
    if (expression.kind !== 'call') return this.#formula(expression);
    const { op, args } = expression;
    const nodes = (): readonly MatrixNode[] => args.map((arg) => this.#node(arg));
    switch (op) {
      case 'add':
        return { kind: 'sum', terms: nodes() };
      case 'sub':
        return { kind: 'difference', terms: nodes() };
      case 'mul':
        return { kind: 'product', factors: nodes() };
      case 'times':
        return { kind: 'hadamard', factors: nodes() };
      case 'transpose':
        return { kind: 'transpose', of: nodes()[0]! };
    }
    return this.#formula(expression);
  }

  #formula(formula: Expression): MatrixNode {
    const names = new Set<string>();
    const visit = (node: Expression): void => {
      if (node.kind === 'name' || node.kind === 'element') names.add(node.name);
      else if (node.kind === 'call') node.args.forEach(visit);
      else if (node.kind === 'reduction') visit(node.of);
    };
    visit(formula);
    const known = [...names].filter((name) => this.#elements(name).length > 0);
    return { kind: 'formula', formula, grids: known.map((name) => this.#grid(name)) };
  }

  #isMatrix(expression: Expression): boolean {
    if (expression.kind === 'name') return this.#shape(expression.name).length > 0;
    return expression.kind === 'call' && expression.args.some((arg) => this.#isMatrix(arg));
  }

  /** Whether a vector stands before a matrix, as a row; vectors are columns here. */
  #hasRow(expression: Expression): boolean {
    if (expression.kind !== 'call') return false;
    const ranks = expression.args.map((arg) => (arg.kind === 'name' ? this.#shape(arg.name).length : 0));
    const isRow = expression.op === 'mul' && ranks.indexOf(1) >= 0 && ranks.lastIndexOf(2) > ranks.indexOf(1);
    return isRow || expression.args.some((arg) => this.#hasRow(arg));
  }

  #tensor(name: string) {
    return this.trace.setup.program.tensors?.get(name);
  }

  #shape(name: string): readonly number[] {
    return this.#tensor(name)?.shape ?? [];
  }

  #elements(name: string): readonly string[] {
    const [rows, columns] = this.#shape(name);
    const { setup, graph } = this.trace;
    if (rows === undefined) {
      return graph.lines.has(name) || setup.given.some((each) => each.name === name) ? [name] : [];
    }
    const count = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i + 1);
    return count(rows).flatMap((i) =>
      columns === undefined ? [elementName(name, [i])] : count(columns).map((j) => elementName(name, [i, j])),
    );
  }

  #grid(name: string, refOf: (element: string) => string | undefined = asIs, ref?: string): Grid {
    const shape = this.#shape(name);
    if (shape.length > 2) this.isFlat = false;
    const refs = this.#elements(name).map(refOf);
    const width = shape[1] ?? 1;
    const cells = Array.from({ length: shape[0] ?? 1 }, (_, i) => refs.slice(i * width, (i + 1) * width));
    return { ref: ref ?? refOf(name) ?? name, shape, cells };
  }

  #rowOf(name: string, row: number, refOf: (element: string) => string): Grid {
    const { ref, cells } = this.#grid(name, refOf);
    const column = cells[row - 1]!.map((cell) => [cell]);
    return { ref, shape: [column.length], cells: column, row };
  }
}

interface Term {
  readonly node: MatrixNode;
  /** The sample that it is for, where samples do not meet. */
  readonly row?: number;
}
