import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { lastConfirmedIteration, type Numbers } from '../../src/index.js';

/** Numbers whose digits are to be proven. */
export interface Open {
  readonly numbers: Numbers;
  readonly refs: readonly string[];
  readonly digits: number;
}

/** How long nothing may have changed before proving begins: while the reader drags, each frame asks for other numbers. */
const pause = 250;

/** Proves the digits that its host shows, one list after the other; newer ones stop the proof under way. */
export class Confirmer implements ReactiveController {
  #asked = '';
  #abort = new AbortController();
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** @param key tells lists apart: the same one again changes nothing */
  want(key: string, open: readonly Open[]): void {
    if (key === this.#asked) return;
    this.#stop();
    this.#asked = key;
    const soon = open.filter(({ numbers }) => numbers.iteration <= lastConfirmedIteration);
    this.#waiting = setTimeout(() => void this.#confirm(soon), pause);
  }

  hostDisconnected(): void {
    this.#stop();
    this.#asked = '';
  }

  #stop(): void {
    clearTimeout(this.#waiting);
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  async #confirm(open: readonly Open[]): Promise<void> {
    const { signal } = this.#abort;
    for (const { numbers, refs, digits } of open) {
      // Where the decimals cannot be loaded, digits stay marked as provisional.
      const isNew = await numbers.confirm(refs, digits, { signal }).catch(() => false);
      if (signal.aborted) return;
      if (isNew) this.host.requestUpdate();
    }
  }
}
