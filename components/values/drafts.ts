import { InputError, readNumber } from '../../src/index.js';

/** What a field holds that is not (or not only) the value in force. */
export interface Draft {
  /** As typed, while it has not been accepted. */
  readonly typed?: string;
  /** Why it was not accepted. */
  readonly error?: string;
  /** A remark on how it was read. */
  readonly hint?: string;
}

/** What is being typed into the fields of a table. Nothing typed is lost, and nothing wrong gets in. */
export class Drafts {
  readonly #drafts = new Map<string, Draft>();
  #given: ReadonlyMap<string, string> = new Map();

  of(name: string): Draft {
    return this.#drafts.get(name) ?? {};
  }

  type(name: string, typed: string): void {
    const { error } = this.of(name);
    this.#drafts.set(name, { typed, ...(error !== undefined && { error }) });
  }

  drop(name: string): void {
    this.#drafts.delete(name);
  }

  /**
   * Read what was typed. Gives the new text, or nothing where there is none or it was refused.
   * @param refuses says why a number that can be read cannot be taken
   */
  commit(name: string, label: string, refuses?: (text: string) => string | undefined): string | undefined {
    const { typed } = this.of(name);
    if (typed === undefined) return undefined;
    try {
      const { text, hint } = readNumber(typed, label);
      const message = refuses?.(text);
      if (message !== undefined) throw new InputError([{ message }]);
      this.#drafts.delete(name);
      if (hint !== undefined) this.#drafts.set(name, { hint });
      this.#given = new Map(this.#given).set(name, text);
      return text;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#drafts.set(name, { typed, error: error.message });
      return undefined;
    }
  }

  /** A value that changed from elsewhere (undo, revert, a link) replaces what was typed before. */
  follow(given: ReadonlyMap<string, string>): void {
    for (const name of [...this.#drafts.keys()]) {
      if (this.#given.get(name) !== given.get(name)) this.#drafts.delete(name);
    }
    this.#given = given;
  }
}
