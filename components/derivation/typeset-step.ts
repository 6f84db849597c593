import {
  Binding,
  build,
  namesIn,
  opNamed,
  texNumber,
  typeset,
  wrap,
  type Factor,
  type Formula,
  type Path,
  type Shown,
  type Step,
  type Trace,
  type TypesetFormula,
} from '../../src/index.js';
import { refTex } from '../formula-text.js';

/** How a step's lines read before any number is known. */
export interface StepLines {
  /** What stands before the first equals sign. */
  readonly left: string;
  /** What stands after each equals sign. */
  readonly lines: readonly TypesetFormula[];
  /** The paths whose factors are shown as numbers, one row each. */
  readonly paths: readonly PathLines[];
  /** The formula that is shown with numbers in the names' places, where there are no rows of factors. */
  readonly substituted: Formula | undefined;
}

export interface PathLines {
  readonly path: Path;
  readonly factors: readonly Factor[];
  /** The path's own lines; none if it is the only one. */
  readonly lines: readonly TypesetFormula[];
}

/** Typeset a step's structure, of several paths these. Cheap enough to repeat: half a millisecond at most. */
export function linesOf(
  step: Step,
  trace: Trace,
  view: 'expanded' | 'local',
  paths: readonly Path[] = step.paths,
): StepLines {
  const { loss } = trace.setup;
  const left = refTex(step.result, loss);
  const symbolic = (formula: Formula): TypesetFormula => typesetNames(formula, loss);
  if (step.paths.length > 1) {
    return {
      left,
      lines: [symbolic(step.formula)],
      paths: paths.map((path) => pathLines(path, loss, view)),
      substituted: undefined,
    };
  }
  const [path] = step.paths;
  if (path) {
    const factors = path[view];
    const lines = distinct([left, chainOf(factors, loss), meaningOf(factors, loss)]);
    const [only] = factors;
    if (factors.length > 1) return { left, lines, paths: [{ path, factors, lines: [] }], substituted: undefined };
    return { left, lines, paths: [], substituted: inNumbers(only!.meaning) };
  }
  const defined = definition(step.formula);
  return {
    left,
    lines: distinct([left, symbolic(step.formula), symbolic(defined)]),
    paths: [],
    substituted: inNumbers(defined),
  };
}

function pathLines(path: Path, loss: string, view: 'expanded' | 'local'): PathLines {
  const factors = path[view];
  const known = chainOf(path.local, loss);
  return { path, factors, lines: distinct([known, chainOf(factors, loss), meaningOf(factors, loss)]) };
}

/** Each line that says something new; the first is what has been said already. */
function distinct([said, ...lines]: readonly (TypesetFormula | string)[]): readonly TypesetFormula[] {
  let last = bare(typeof said === 'string' ? said : said!.tex);
  return (lines as readonly TypesetFormula[]).filter((line) => {
    const isNew = bare(line.tex) !== last && !isNumber(line);
    last = bare(line.tex);
    return isNew;
  });
}

const bare = (tex: string): string => tex.replace(/\\html(Data|Class)\{[^}]*\}/g, '').replace(/[{}]/g, '');

/** σ(net) is shown as what it stands for as well, where the op is not a primitive. */
function definition(formula: Formula): Formula {
  if (formula.kind !== 'call') return formula;
  const op = opNamed(formula.op, formula.at);
  return op.forward && op.inputs !== 'list' && op.inputs.length === 1 ? op.forward(...formula.args) : formula;
}

const inNumbers = (formula: Formula): Formula | undefined =>
  formula.kind === 'call' && namesIn(formula).length ? formula : undefined;

/** A line that is one number is the result, which has a place of its own. */
const isNumber = ({ tex }: TypesetFormula): boolean => /^[\d.]+$/.test(bare(tex));

/** A formula in symbols. */
export function typesetNames(formula: Formula, loss: string): TypesetFormula {
  return typeset(formula, { write: (ref) => ({ tex: refTex(ref, loss), binding: Binding.atom }) });
}

/** A formula with numbers in the names' places, each marked with what it stands for. */
export function typesetNumbers(
  formula: Formula,
  show: (ref: string) => Shown | undefined,
  missing: (ref: string) => string,
): TypesetFormula {
  return typeset(formula, {
    write: (ref) => {
      const shown = show(ref);
      return shown ? texNumber(shown.plain) : { tex: `\\text{${missing(ref)}}`, binding: Binding.atom };
    },
    className: () => 'bp-number',
  });
}

/** ∂E/∂out · ∂out/∂net · ∂net/∂w, each factor in its role. */
function chainOf(factors: readonly Factor[], loss: string): TypesetFormula {
  const product = factors.map(({ ref }) => build.name(ref));
  const roles = new Map(factors.map(({ ref, role }) => [ref, `bp-role bp-${role}`]));
  return typeset(product.length > 1 ? build.mul(...product) : product[0]!, {
    write: (ref) => ({ tex: refTex(ref, loss), binding: Binding.atom }),
    className: (ref) => roles.get(ref),
  });
}

/** (out − target) · out(1 − out) · out_h1: what each factor stands for, in its role; its names are terms of their own. */
function meaningOf(factors: readonly Factor[], loss: string): TypesetFormula {
  const terms: string[] = [];
  const pieces = factors.map(({ ref, role, meaning }) => {
    const inner = typesetNames(meaning, loss);
    const tex = inner.tex.replace(
      /\\htmlData\{term=(\d+)\}/g,
      (_, k: string) => `\\htmlData{term=${Number(k) + terms.length}}`,
    );
    terms.push(...inner.terms);
    const whole = factors.length > 1 ? wrap({ tex, binding: bindingOf(meaning) }, Binding.product) : tex;
    if (meaning.kind === 'name') return `\\htmlClass{bp-${role}}{${whole}}`;
    return `\\htmlClass{bp-${role}}{\\htmlData{term=${terms.push(ref) - 1}}{${whole}}}`;
  });
  return { tex: pieces.join(' \\cdot '), terms };
}

function bindingOf(formula: Formula): Binding {
  if (formula.kind !== 'call') return formula.kind === 'derivative' ? Binding.product : Binding.atom;
  return opNamed(formula.op, formula.at).tex(...formula.args.map(() => ({ tex: 'x', binding: Binding.atom }))).binding;
}
