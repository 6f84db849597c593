import {
  derivation,
  namesIn,
  parseReference,
  type DerivationLine,
  type Factor,
  type Formula,
  type Step,
  type Trace,
} from '../../src/index.js';
import type { Scene } from '../scene.js';
import { plainFormula } from './plain-formula.js';

/** A line's derivative that can be opened to the rules inside it. */
export interface Openable {
  /** `local/out_o1/net_o1`. */
  readonly ref: string;
  readonly line: string;
  readonly by: string;
  /** What it comes to. */
  readonly meaning: Formula;
}

const known = new WeakMap<Step, Map<string, readonly Openable[]>>();

/** The derivatives in the current step's factors, each once, in order. */
export function openableLines({ step, trace, state: { view } }: Scene): readonly Openable[] {
  const views = known.get(step) ?? new Map<string, readonly Openable[]>();
  known.set(step, views);
  const lines = views.get(view) ?? findLines(step, trace, view);
  views.set(view, lines);
  return lines;
}

function findLines(step: Step, trace: Trace, view: 'expanded' | 'local'): readonly Openable[] {
  const refs =
    step.kind === 'local'
      ? [step.ref]
      : step.paths.flatMap((path) => path[view].flatMap((factor) => localRef(factor, trace)));
  const lines = [...new Set(refs)].map((ref) => openable(ref, trace)).filter((each) => each !== undefined);
  // out_o2 − target_o2 opens just as out_o1 − target_o1 does.
  return lines.filter((line, i) => lines.findIndex((each) => shapeOf(each) === shapeOf(line)) === i);
}

function shapeOf({ meaning }: Openable): string {
  const names = namesIn(meaning);
  return plainFormula(meaning, (name) => `#${names.indexOf(name)}`);
}

/** The line's derivative behind a factor: itself, or the last link of a gradient that was written out. */
function localRef({ ref, meaning }: Factor, trace: Trace): readonly string[] {
  if (ref.startsWith('local/')) return [ref];
  if (meaning.kind === 'name') return [];
  const last = trace.find(ref)?.paths[0]?.expanded.at(-1);
  return last ? [last.ref] : [];
}

function openable(ref: string, trace: Trace): Openable | undefined {
  const reference = parseReference(ref)?.reference;
  if (reference?.kind !== 'local') return undefined;
  const { name: line, by } = reference;
  const steps = openLine(trace, line, by);
  return steps && { ref, line, by, meaning: steps.at(-1)!.formula };
}

/** The derivative of one line, rule by rule. Nothing where a number is given and no line makes it. */
export function openLine({ graph }: Trace, line: string, by: string): readonly DerivationLine[] | undefined {
  const { formula, outputs } = graph.lines.get(line) ?? {};
  return formula && derivation(formula, by, { output: line, ...(outputs && { outputs }) });
}
