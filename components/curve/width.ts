import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The width of its host in whole pixels, for a drawing that follows it. 0 until it is known. */
export class Width implements ReactiveController {
  value = 0;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    // A drawing may change its height with its width: within the observer's own round browsers report that as an error.
    requestAnimationFrame(() => this.#set(width));
  });

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #set(width: number): void {
    if (width === this.value) return;
    this.value = width;
    this.host.requestUpdate();
  }
}
