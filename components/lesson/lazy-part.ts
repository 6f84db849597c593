/** A part that only some lessons, or some pages, have: it is loaded when it is first to be shown. */
export class LazyPart<Module> {
  /** The part, once it is there. */
  module: Module | undefined;
  /** It could not be had; it is asked for again when it is next wanted. */
  failed = false;
  #loading: Promise<void> | undefined;
  readonly #waiting = new Set<() => void>();

  constructor(private readonly load: () => Promise<Module>) {}

  /** Ask for it. `done` is called once it is there, or cannot be had. */
  want(done: () => void): this {
    if (this.module) return this;
    this.#waiting.add(done);
    this.#loading ??= this.#fetch();
    return this;
  }

  async #fetch(): Promise<void> {
    const before = this.failed;
    try {
      this.module = await this.load();
      this.failed = false;
    } catch {
      this.failed = true;
      this.#loading = undefined;
    }
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    // Asking again at once, because it failed again, would never end.
    if (!this.failed || !before) for (const done of waiting) done();
  }
}
