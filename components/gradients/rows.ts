import { gradientOf, Reveal, updateOf, type Step, type Trace } from '../../src/index.js';
import { elementRows } from '../grids/elements.js';
import type { Scene } from '../scene.js';

/** How far the walk has come with a step. */
export type Reached = 'reached' | 'now' | 'next' | 'later';

/** One variable, or one vector or matrix, with its gradient and its update, as far as the walk has come. */
export interface GradientRow {
  readonly name: string;
  /** A tensor's elements, row by row; of a large one those around the current step's. */
  readonly elements?: readonly (readonly (string | undefined)[])[];
  readonly shape?: readonly number[];
  readonly gradient: string;
  readonly reached: Reached;
  /** `undefined`: a line gives it, so nothing updates it. */
  readonly update?: { readonly ref: string; readonly reached: Reached } | 'frozen';
  readonly current: boolean;
}

/**
 * Parameters in the order in which their gradients are derived; on request every other variable too.
 * A gradient or new value counts as reached once its step is complete.
 */
export function gradientRows(scene: Scene, everything: boolean): readonly GradientRow[] {
  const { trace, setup, step } = scene;
  const roles = new Map(setup.given.map(({ name, role }) => [trace.graph.unitOf(name), role]));
  const reached = reachedBy(scene);
  const steps = trace.steps.filter(
    ({ phase, target }) => phase === 'backward' && (everything || roles.get(target) === 'parameter'),
  );
  const current = step.within ?? step.ref;
  const next = steps.find(({ ref }) => reached(ref) === 'later')?.ref;
  return steps.map(({ ref, target }) => {
    const update = roles.get(target) === 'parameter' ? updateOfRow(target, scene, reached) : undefined;
    const shape = setup.program.tensors?.get(target)?.shape;
    return {
      name: target,
      ...(shape?.length && { shape, elements: elementRows(target, shape, step.target) }),
      gradient: ref,
      reached: ref === next ? 'next' : reached(ref),
      ...(update && { update }),
      current: current === ref || current === updateOf(target),
    };
  });
}

function updateOfRow(name: string, { trace }: Scene, reached: (ref: string) => Reached): GradientRow['update'] {
  const ref = updateOf(name);
  return trace.find(ref) ? { ref, reached: reached(ref) } : 'frozen';
}

/** Steps shown on request are passed with the step of the walk that comes before them. */
function reachedBy({ trace, step, index, state }: Scene): (ref: string) => Reached {
  const places = placesOf(trace);
  const done = state.reveal === Reveal.result;
  return (ref) => {
    if (ref === (step.within ?? step.ref)) return done ? 'reached' : 'now';
    const place = places.get(ref) ?? Infinity;
    return place < index || (place === index && done) ? 'reached' : 'later';
  };
}

const known = new WeakMap<Trace, ReadonlyMap<string, number>>();

function placesOf(trace: Trace): ReadonlyMap<string, number> {
  let places = known.get(trace);
  if (!places) {
    let place = -1;
    const count = ({ ref, onRequest }: Step): [string, number] => [ref, onRequest ? place : ++place];
    places = new Map(trace.steps.map(count));
    known.set(trace, places);
  }
  return places;
}

/** What lights up elsewhere while someone points at a row. */
export const selectionOf = ({ name }: GradientRow): readonly string[] => [name, gradientOf(name)];
