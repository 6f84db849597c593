/**
 * A block: a small program that a line may call by name, as data in one file. It is written in the language of
 * programs; where a line calls it, its lines become lines of the program, named after what the line gives:
 * `n1 = batchNorm(z, …)` gives `n1.mean`, `n1.var`, …, and `n1`.
 */
export interface Block {
  /** The name in programs: `batchNorm`. */
  readonly name: string;
  /** What it does, in one sentence for the reader. */
  readonly summary: string;
  /** One program for each combination of ranks it takes. The first that fits is used. */
  readonly forms: readonly BlockForm[];
  /** The source of the rule. */
  readonly cite: string;
}

export interface BlockForm {
  /** The inputs with their axes, `x[n,j], gamma[j], eps = 1e-5`. `...` stands for any axes before the named ones. */
  readonly inputs: string;
  /** The lines. What the block gives is called `out`. */
  readonly lines: string;
  /** Closed forms of gradients, `grad(z[k]) = …`, one a line. They are checked wherever they are shown. */
  readonly claims?: string;
  /** What helps where an inner quantity has no value: a sentence by its name, said after the op's own. */
  readonly hints?: Readonly<Record<string, string>>;
  readonly requires?: readonly Requirement[];
  /** Which input a state is before the first time step, where that is not called like it: `{ out: 'h0' }`. */
  readonly states?: Readonly<Record<string, string>>;
}

/** What a block asks of its inputs beyond their ranks. In the sentence, `{size}` is what was found instead. */
export type Requirement =
  | { readonly kind: 'least'; readonly letter: string; readonly least: number; readonly sentence: string }
  | {
      readonly kind: 'sums-to-one' | 'zeros-and-ones' | 'from-0-below-1';
      readonly input: string;
      readonly sentence: string;
    };
