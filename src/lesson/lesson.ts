import type { WrittenLine, WrittenProgram } from '../program/expression.js';
import type { Given, UpdateOrder } from '../program/program.js';
import type { Formula } from '../formula/formula.js';
import type { Optimiser } from '../optimisers/optimiser.js';
import type { BatchRule } from '../trace/setup.js';

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
  /** Each update sees the next batch: inputs and targets have samples as their first axis. Absent: it sees everything. */
  readonly batches?: BatchRule;
  /** Plain names for factors and steps, by reference: `backward/out_o1: how wrong o1 is`. */
  readonly names: Readonly<Record<string, string>>;
  readonly published: readonly Published[];
  /** Pictures of numbers that one formula does not show. */
  readonly plots?: readonly Plot[];
  readonly sections: readonly Section[];
  /** Ways through the lesson for a class. Without one, every step in order. */
  readonly walkthroughs: readonly Walkthrough[];
  readonly sources: readonly Source[];
}

/** How trained parameters move: the optimiser's formulas, and its settings (also given numbers: the reader may edit them). */
export interface UpdateRule {
  readonly optimiser: Optimiser;
  /** The settings that are not the usual ones. */
  readonly settings: Readonly<Record<string, string>>;
  /** What the optimiser's state starts from, by name (`W1.v[2,1]`, `step.k`), where that is not its own number. */
  readonly start?: Readonly<Record<string, string>>;
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
  /** The names of lines that it takes away. */
  readonly without?: readonly string[];
  /** Given numbers that this choice brings in. They stand in for the lesson's of the same name. */
  readonly given?: readonly Given[];
  /** The names trained under this choice, in addition to the lesson's. */
  readonly trained?: readonly string[];
  /** Gradients read old weights, or ones already updated. The engine knows this one by name. */
  readonly updateOrder?: UpdateOrder;
  /** Stands in for the lesson's update rule. */
  readonly update?: UpdateRule;
  /** Stands in for the lesson's batches. */
  readonly batches?: BatchRule;
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

/** A picture that the lesson asks for. */
export type Plot = SeriesPlot | PathsPlot;

/** One quantity at every time step or layer. */
export interface SeriesPlot {
  readonly kind: 'series';
  readonly title: string;
  /** A reference in whose indices `t` counts: `backward/w[t]`, `local/h[t]/h[t-1]`. */
  readonly of: string;
  /** What `t` counts: `layer`. */
  readonly axis: string;
  /** `log`: the absolute values as powers of ten. */
  readonly scale: 'log' | 'linear';
  /** A line for each choice of this convention; the one in force, if left out. */
  readonly compare?: string;
  /** The given constant that says how far `t` goes, and the whole numbers it may be. */
  readonly count?: { readonly name: string; readonly from: number; readonly to: number };
}

/** The loss over two parameters as level lines, and the ways of training through it. */
export interface PathsPlot {
  readonly kind: 'paths';
  readonly title: string;
  readonly x: PlotAxis;
  readonly y: PlotAxis;
  /** A path for each choice of this convention. */
  readonly compare: string;
  /** How many updates long the paths are at first. */
  readonly updates: number;
}

/** A parameter along an axis; without a range it is fitted to the paths. */
export interface PlotAxis {
  readonly name: string;
  readonly range?: { readonly from: number; readonly to: number };
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
