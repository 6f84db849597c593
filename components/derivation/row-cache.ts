import type { Step, Trace } from '../../src/index.js';
import type { Scene } from '../scene.js';

/** A step whose rows are kept, and the scene they were last rendered from. */
export interface RowEntry {
  readonly key: string;
  readonly step: Step;
  scene: Scene;
}

/** How many steps are kept, the current one included. */
const kept = 7;

/**
 * The steps whose rows are kept in the page. Laying out a formula costs more than a frame on a slow machine,
 * so the current step's neighbours are laid out in idle time and only switched to.
 */
export class RowCache {
  /** Least recently shown first. Order in the page does not matter: only one is visible. */
  entries: readonly RowEntry[] = [];
  current = '';
  #scene: Scene | undefined;
  #turn = 0;
  #prepared = '';

  constructor(
    private readonly update: () => void,
    private readonly whenIdle: (work: () => void) => void,
  ) {}

  /** Make a scene's step the current one. Its neighbours follow when the page has time. */
  show(scene: Scene): void {
    this.#scene = scene;
    this.current = keyOf(scene.step);
    this.#prepared = '';
    this.#keep(scene.step, scene);
    this.#prepare(++this.#turn);
  }

  /** The step that was added in idle time and is yet to be laid out, once. */
  takePrepared(): string {
    const key = this.#prepared;
    this.#prepared = '';
    return key;
  }

  stop(): void {
    this.#turn++;
  }

  #prepare(turn: number): void {
    this.whenIdle(() => {
      const scene = this.#scene;
      if (turn !== this.#turn || !scene) return;
      const { trace, walk, index } = scene;
      const next = [1, -1, 2, 3]
        .map((by) => firstOf(walk[index + by], trace))
        .find((step) => step && this.#entry(step)?.scene !== scene);
      if (!next) return;
      this.#keep(next, scene);
      this.#prepared = keyOf(next);
      this.update();
      this.#prepare(turn);
    });
  }

  #keep(step: Step, scene: Scene): void {
    const key = keyOf(step);
    const others = this.entries.filter((entry) => entry.key !== key);
    const dropped = others.length < kept ? undefined : others.find((entry) => entry.key !== this.current);
    // The same object in the same place, so that the page does not move what stands in it.
    const entry: RowEntry = { key, step, scene };
    const at = this.entries.findIndex((each) => each.key === key);
    const place = at < 0 && dropped ? this.entries.indexOf(dropped) : at;
    this.entries = place < 0 ? [...this.entries, entry] : this.entries.with(place, entry);
  }

  #entry(step: Step): RowEntry | undefined {
    return this.entries.find(({ key }) => key === keyOf(step));
  }
}

/** A tensor's step begins with its first element, `W[1,1]`. */
function firstOf(step: Step | undefined, trace: Trace): Step | undefined {
  if (step?.kind !== 'tensor') return step;
  const { shape } = trace.setup.program.tensors!.get(step.target)!;
  return trace.find(`${step.ref}[${shape.map(() => 1).join(',')}]`);
}

const keyOf = (step: Step): string => step.ref;
