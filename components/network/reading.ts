import { Reveal, updateOf } from '../../src/index.js';
import { numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';

/** The digits in the diagram. */
const digits = 3;

/** The number that the diagram shows for a variable at the current step. */
export interface Reading {
  /** Whose value it is: `w5`, or `update/w5` once that is reached. */
  readonly ref: string;
  readonly text: string;
  /** The walk has not come here yet. */
  readonly waits: boolean;
  readonly updated: boolean;
  readonly provisional: boolean;
  readonly changed: boolean;
  readonly title: string;
}

const kept = new WeakMap<Scene, Map<string, Reading>>();

/** Read a variable's number, as far as the walk has come: a line's value from its own step on, a parameter's new one from its update on. */
export function reading(scene: Scene, variable: string): Reading {
  const readings = kept.get(scene) ?? new Map<string, Reading>();
  kept.set(scene, readings);
  const found = readings.get(variable) ?? read(scene, variable);
  readings.set(variable, found);
  return found;
}

function read(scene: Scene, variable: string): Reading {
  const { trace } = scene;
  const update = updateOf(variable);
  const updated = isReached(scene, update, false);
  if (!updated && !isReached(scene, variable, !trace.graph.lines.has(variable))) {
    const { unknown, waits } = words.network;
    return { ref: variable, text: unknown, waits: true, updated, provisional: false, changed: false, title: waits };
  }
  const ref = updated ? update : variable;
  const { text, shown, failure, changed, title } = numberState(scene, ref, digits);
  const provisional = !failure && (!shown || shown.provisional);
  return { ref, text: failure ? words.network.none : text, waits: false, updated, provisional, changed, title };
}

/** Whether the walk has come to a result: its step is complete, or that of the tensor it belongs to. */
export function isReached({ trace, index, state }: Scene, result: string, otherwise: boolean): boolean {
  const at = trace.placeOf(result);
  if (at === undefined) return otherwise;
  return at < index || (at === index && state.reveal === Reveal.result);
}
