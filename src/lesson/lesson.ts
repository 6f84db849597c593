import type { WrittenLine, WrittenProgram } from '../program/expression.js';
import type { Given, UpdateOrder } from '../program/program.js';
import type { Formula } from '../formula/formula.js';

/** A lesson as read from one Markdown file: plain data, storable as JSON, so built-in ones are read at build time. */
export interface Lesson {
  /** Public: links and embeds use it. */
  readonly id: string;
  readonly title: string;
  /** One sentence for the course page. */
  readonly summary: string;
  /** Ids of lessons that come before. */
  readonly needs: readonly string[];
  /** The program's text as written in the file. */
  readonly programText: string;
  /** As written: vectors and matrices whole, blocks by name. A state's setup is over scalars. */
  readonly program: WrittenProgram;
  /** The name of the scalar that training makes small. */
  readonly loss: string;
  readonly given: readonly Given[];
  /** Names of parameters that an update changes, a tensor whole, unless a convention says otherwise. */
  readonly trained: readonly string[];
  readonly conventions: readonly Convention[];
  readonly update: UpdateRule;
  /** Plain names for factors and steps, by reference: `backward/out_o1: how wrong o1 is`. */
  readonly names: Readonly<Record<string, string>>;
  readonly published: readonly Published[];
  readonly sections: readonly Section[];
  /** Ways through the lesson for a class. Without one, every step in order. */
  readonly walkthroughs: readonly Walkthrough[];
  readonly sources: readonly Source[];
}

/** Which optimiser, and its settings (also given numbers: the reader may edit them). */
export interface UpdateRule {
  readonly optimiser: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** A choice that the reader can switch. The first choice is the lesson's own. */
export interface Convention {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** One or two sentences on who uses it and what it changes. */
  readonly note?: string;
  /** Lines that stand in for the program's lines of the same name. */
  readonly lines?: readonly WrittenLine[];
  /** Given numbers that this choice brings in. A vector or matrix stands in for the lesson's of the same name. */
  readonly given?: readonly Given[];
  /** The names trained under this choice, in addition to the lesson's. */
  readonly trained?: readonly string[];
  /** Gradients read old weights, or ones already updated. The engine knows this one by name. */
  readonly updateOrder?: UpdateOrder;
}

/** A number printed by a source. `ref` may carry an iteration: `E_total@10000`. */
export interface Published {
  readonly ref: string;
  /** Plain words for the quantity, where the reference is not enough: `E after 10,000 updates`. */
  readonly label?: string;
  /** As printed. */
  readonly printed: string;
  /** Why ours differs (Markdown inline). */
  readonly reason?: Inline;
  /** The convention choices under which the printed value comes out: `{ 'update-order': 'updated' }`. */
  readonly reproducedBy?: Readonly<Record<string, string>>;
}

/** A way through the lesson for a class, by name. */
export interface Walkthrough {
  /** Public: links use it (`15-minutes`). */
  readonly id: string;
  readonly title: string;
  /** At least one of them has a step. */
  readonly stops: readonly Stop[];
}

/** One stop on the way: a step, or a pause. */
export interface Stop {
  /** The step's reference; none at a pause, where the step before it stays. */
  readonly step?: string;
  /** What the room is asked or told while it thinks (Markdown inline). */
  readonly pause?: Inline;
  /** How much of the step is there on arrival; the question, if left out. */
  readonly show?: 'question' | 'formula' | 'numbers' | 'result';
  /** These hold from here on, until another stop says otherwise. */
  readonly view?: 'expanded' | 'local';
  readonly form?: 'scalar' | 'matrix';
  readonly digits?: number;
  /** The part that fills the stage, at this stop. */
  readonly zoom?: 'diagram' | 'derivation';
  /** Minutes since the beginning at which one should be here. */
  readonly minutes?: number;
}

/** Prose for one step (or, with `ref` 'lesson', the introduction). A step may have several, shown in order. */
export interface Section {
  /** A step's reference: `backward/w5`. */
  readonly ref: string;
  readonly blocks: readonly Block[];
  /** For the instructor: the blocks after `Note:`. */
  readonly notes: readonly Block[];
  /** Shown only where this holds: the formula is positive. Over references. */
  readonly when?: Formula;
  /** True: shown only while values and conventions are the lesson's own, at iteration 0. */
  readonly ownValuesOnly?: boolean;
}

/** A block of prose. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: Inline }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string };

/** Running text. A live number names what it shows; it is never typed. */
export type Inline = readonly InlinePart[];
export type InlinePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'emphasis' | 'strong'; readonly content: Inline }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'math'; readonly tex: string }
  | { readonly kind: 'number'; readonly ref: string }
  | { readonly kind: 'step'; readonly ref: string; readonly content: Inline }
  | { readonly kind: 'link'; readonly href: string; readonly content: Inline };

export interface Source {
  readonly title: string;
  readonly url: string;
}
