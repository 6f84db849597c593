/**
 * Calls in quick succession become few: the first goes through at once, and of those that follow within a while only one,
 * when the while is over.
 */
export class Throttle {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;
  #last = -Infinity;

  constructor(private readonly act: () => void) {}

  /** Act, at the latest so many milliseconds after the last time; sooner where an earlier call wants it sooner. */
  ask(spacing: number): void {
    const now = performance.now();
    const due = Math.max(now, this.#last + spacing);
    if (this.#timer !== undefined && this.#due <= due) return;
    this.stop();
    if (due <= now) return this.#run();
    this.#due = due;
    this.#timer = setTimeout(() => this.#run(), due - now);
  }

  /** Forget what was asked for. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #run(): void {
    this.#timer = undefined;
    this.#last = performance.now();
    this.act();
  }
}
