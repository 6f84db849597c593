import type { Formula } from '../formula/formula.js';
import { parseReference } from './reference.js';
import type { Assignment } from './step.js';

/** A named result: what is shown for it, and what is computed. */
export const assign = (ref: string, shown: Formula, computed: Formula = shown): Assignment => ({
  ref,
  shown,
  computed,
});

/** What gives one unit its gradient or its update, element by element. */
interface Chapter {
  readonly elements: readonly string[];
  readonly derive: (element: string) => readonly Assignment[];
  readonly derived: Map<string, readonly Assignment[]>;
}

/**
 * The assignments of an iteration, in order of computation. Those of the way back are many, and each is derived when
 * it is first asked for.
 */
export class Derivations {
  readonly #forward: Assignment[] = [];
  readonly #chapters = new Map<string, Chapter>();
  readonly #byRef = new Map<string, Assignment>();
  #all: readonly Assignment[] | undefined;

  /** An assignment that stands as it is: a program line. */
  state(assignment: Assignment): void {
    this.#forward.push(assignment);
    this.#byRef.set(assignment.ref, assignment);
  }

  /** @param key `backward/W` or `update/W` */
  add(key: string, elements: readonly string[], derive: Chapter['derive']): void {
    this.#chapters.set(key, { elements, derive, derived: new Map() });
  }

  /** @param unitOf the tensor that a variable belongs to, or itself */
  find(ref: string, unitOf: (variable: string) => string): Assignment | undefined {
    const known = this.#byRef.get(ref);
    if (known || !ref.includes('/')) return known;
    const reference = parseReference(ref)?.reference;
    if (!reference) return undefined;
    const variable = reference.kind === 'local' ? reference.by : reference.name;
    const chapter = this.#chapters.get(`${reference.kind === 'update' ? 'update' : 'backward'}/${unitOf(variable)}`);
    if (chapter) this.#derived(chapter, variable);
    return this.#byRef.get(ref);
  }

  get all(): readonly Assignment[] {
    return (this.#all ??= [
      ...this.#forward,
      ...[...this.#chapters.values()].flatMap((chapter) =>
        chapter.elements.flatMap((element) => this.#derived(chapter, element)),
      ),
    ]);
  }

  #derived(chapter: Chapter, element: string): readonly Assignment[] {
    const known = chapter.derived.get(element);
    if (known) return known;
    const made = chapter.derive(element);
    chapter.derived.set(element, made);
    for (const assignment of made) this.#byRef.set(assignment.ref, assignment);
    return made;
  }
}
