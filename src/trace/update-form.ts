import { name as nameOf } from '../formula/build.js';
import { namesIn, substitute, type Formula } from '../formula/formula.js';
import type { Expression } from '../program/expression.js';
import { gridNode, type Grid, type MatrixForm, type MatrixNode } from './matrix-node.js';
import { ownName, parameterOf, referenceFor } from './optimiser-state.js';
import { updateOf } from './reference.js';
import type { Trace } from './step.js';

/**
 * A line of an update for a whole tensor. It goes element by element, so sums, differences and multiples are those of
 * matrices, and any other line stands as it is written.
 * @param unit what the line gives: `W`, `W.v`
 */
export function updateForm(trace: Trace, unit: string): MatrixForm | undefined {
  const { optimiser, program } = trace.setup;
  const elements = trace.find(updateOf(unit))?.children.map(({ target }) => target) ?? [];
  const isParameter = trace.setup.trained.has(elements[0] ?? '');
  const parameter = isParameter ? unit : parameterOf(unit);
  const line = optimiser.lines.find(
    (each) => !each.once && parameter !== undefined && ownName(parameter, each.name) === unit,
  );
  const shape = program.tensors?.get(parameter ?? '')?.shape ?? [];
  if (parameter === undefined || !line || shape.length > 2) return undefined;
  const parameters = isParameter ? elements : elements.map((each) => parameterOf(each)!);
  const [, width = 1] = shape;

  const grid = (refOf: (parameter: string) => string): Grid => {
    const refs = parameters.map(refOf);
    const cells = Array.from({ length: refs.length / width }, (_, i) => refs.slice(i * width, (i + 1) * width));
    return { ref: refOf(parameter), shape, cells };
  };
  const nodeOf = (each: string): MatrixNode => {
    if (referenceFor(each, parameter, optimiser) !== undefined)
      return gridNode(grid((own) => referenceFor(each, own, optimiser)!));
    return gridNode({ ref: each, shape: [], cells: [[each]] });
  };
  const write = (formula: Formula): MatrixNode => {
    if (formula.kind === 'name') return nodeOf(formula.name);
    if (formula.kind === 'call' && formula.op === 'mul') return { kind: 'product', factors: formula.args.map(write) };
    if (formula.kind === 'call' && formula.op === 'sub') return { kind: 'difference', terms: formula.args.map(write) };
    if (formula.kind === 'call' && formula.op === 'add') return { kind: 'sum', terms: formula.args.map(write) };
    return { kind: 'formula', formula: formula as Expression, grids: [] };
  };
  const asWritten = (formula: Formula): MatrixNode => ({
    kind: 'formula',
    formula: substitute(formula, (each) => nameOf(referenceFor(each, parameter, optimiser) ?? each)) as Expression,
    grids: namesIn(formula)
      .map(nodeOf)
      .flatMap((node) => (node.kind === 'grid' ? [node.grid] : [])),
  });
  const result = grid((own) => updateOf(ownName(own, line.name)));
  return { result, right: isLinear(line.formula) ? write(line.formula) : asWritten(line.formula) };
}

/** Made of sums, differences and products only. */
const isLinear = (formula: Formula): boolean =>
  formula.kind !== 'call' || (['add', 'sub', 'mul'].includes(formula.op) && formula.args.every(isLinear));
