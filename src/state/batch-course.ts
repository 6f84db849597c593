import { elementOf } from '../program/expression.js';
import type { Sampling, Setup } from '../trace/setup.js';
import type { Trace } from '../trace/step.js';
import { traceOf, withGiven } from '../trace/trace.js';
import type { Course } from '../training/course.js';
import { batchAt, rowsOf } from '../trace/batches.js';

/** The iterations of a lesson with batches. Batches of the same size, and with the same labels, share one structure. */
export class BatchCourse implements Course {
  readonly #structures = new Map<string, Trace>();
  /** Those asked for last, by iteration. */
  readonly #traces = new Map<number, Trace>();
  /** The tensors whose numbers choose what a line reads. */
  readonly #labels: ReadonlySet<string>;
  /** Every tensor's numbers, sample by sample. */
  readonly #data: readonly { readonly tensor: string; readonly samples: readonly (readonly string[])[] }[];

  #last: (Place & { readonly iteration: number }) | undefined;

  /** @param setupAt what an iteration computes, from the beginning */
  constructor(
    private readonly first: Setup,
    private readonly sampling: Sampling,
    private readonly setupAt: (iteration: number) => Setup,
  ) {
    const labels = first.program.lines.flatMap((line) => line.labels ?? []);
    this.#labels = new Set(labels.map((label) => elementOf(label).tensor));
    const data = new Map<string, string[][]>();
    for (const { name, text } of sampling.whole) {
      const { tensor, index } = elementOf(name);
      const samples = data.get(tensor) ?? [];
      data.set(tensor, samples);
      (samples[index[0]! - 1] ??= []).push(text);
    }
    this.#data = [...data].map(([tensor, samples]) => ({ tensor, samples }));
  }

  traceAt(iteration: number): Trace {
    const known = this.#traces.get(iteration);
    if (known) return known;
    const structure = this.structureAt(iteration);
    let base = this.#structures.get(structure);
    if (!base) this.#structures.set(structure, (base = traceOf(this.setupAt(iteration))));
    const { iteration: _, ...place } = this.#placeAt(iteration);
    const { whole } = this.sampling;
    const others = this.first.given.filter(({ from }) => from === undefined);
    const trace = withGiven(base, [...rowsOf(whole, place.samples), ...others], { ...this.sampling, ...place });
    this.#traces.set(iteration, trace);
    if (this.#traces.size > kept) this.#traces.delete(this.#traces.keys().next().value!);
    return trace;
  }

  structureAt(iteration: number): string {
    const { samples } = this.#placeAt(iteration);
    const labels = this.#data.filter(({ tensor }) => this.#labels.has(tensor));
    return [samples.length, ...labels.flatMap((each) => samples.flatMap((sample) => each.samples[sample - 1]!))].join();
  }

  rowsAt(iteration: number): Float64Array {
    const { samples } = this.#placeAt(iteration);
    return Float64Array.from(
      this.#data.flatMap((each) => samples.flatMap((sample) => each.samples[sample - 1]!)),
      Number,
    );
  }

  #placeAt(iteration: number): Place & { readonly iteration: number } {
    if (this.#last?.iteration !== iteration)
      this.#last = { iteration, ...batchAt(this.sampling.rule, this.sampling.all, iteration) };
    return this.#last;
  }
}

const kept = 100;

type Place = ReturnType<typeof batchAt>;
