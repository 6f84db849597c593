import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadTraining, trainingLoaded, type Numbers, type Setup } from '../../src/index.js';
import { whenIdle } from '../lesson/idle.js';
import type { Scene } from '../scene.js';

/** Training this far takes no time worth waiting for. */
const soon = 200;

/**
 * The numbers of later iterations, without holding up the first paint: thousands of updates are trained only
 * once the host is on screen and the browser has nothing better to do.
 */
export class LaterNumbers implements ReactiveController {
  #observer: IntersectionObserver | undefined;
  #visible = false;
  #loading = false;
  #wanted: Setup | undefined;
  #ready: Setup | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    /** Called when numbers have come. */
    private readonly arrived: () => void,
  ) {
    host.addController(this);
  }

  /** `undefined`: not yet; the host is rendered again when they are there. */
  at(scene: Scene, iteration: number): Numbers | undefined {
    if (iteration === 0) return scene.numbersAt(0);
    if (!trainingLoaded()) {
      this.#load();
      return undefined;
    }
    if (iteration <= soon) return scene.numbersAt(iteration);
    if (this.#ready === scene.setup) return scene.numbersAt(iteration);
    this.#wanted = scene.setup;
    this.#schedule();
    return undefined;
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#visible = entries.at(-1)?.isIntersecting ?? false;
      this.#schedule();
    });
    this.#observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#visible = false;
  }

  #load(): void {
    if (this.#loading) return;
    this.#loading = true;
    const done = (): void => {
      this.#loading = false;
    };
    // Where it cannot be loaded the rows stay open; the next look tries again.
    loadTraining()
      .then(
        () => this.arrived(),
        () => undefined,
      )
      .finally(done);
  }

  #schedule(): void {
    const wanted = this.#wanted;
    if (!this.#visible || !wanted || this.#ready === wanted) return;
    whenIdle(() => {
      if (this.#wanted !== wanted || this.#ready === wanted) return;
      this.#ready = wanted;
      this.arrived();
    });
  }
}
