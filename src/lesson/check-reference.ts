import { didYouMean } from '../program/nearest.js';
import { elementOf } from '../program/expression.js';
import { graphOf, type Graph } from '../program/graph.js';
import type { Given, Program } from '../program/program.js';
import { parseReference, type Reference } from '../trace/reference.js';
import { limits } from './limits.js';
import type { UpdateNames } from './update-names.js';

const forms =
  '`w5`, `forward/net_h1`, `loss/E_total`, `backward/w5`, `backward/out_h1/net_o1`, `local/net_o1/w5` or `update/w5`';

/** What a reference is for: a section and a link want a step, a number on the page a value, a plain name may be for a whole tensor. */
export type Wanted = 'step' | 'value' | 'name';

/** So many names are listed where none is close, and looked at to find a close one. */
const listed = 30;
const compared = 2_000;

/** The names, and those of the tensors that they are elements of, whole (`h`) and at one time step (`h[2]`). */
const withTensors = (names: readonly string[], graphs: readonly Graph[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, elementOf(name).tensor, ...graphs.map((graph) => graph.unitOf(name))]));

/** The first number of every tensor, by the tensor's name. */
function firstElements(names: readonly string[], graphs: readonly Graph[]): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const name of names) {
    for (const whole of [elementOf(name).tensor, ...graphs.map((graph) => graph.unitOf(name))]) {
      if (whole !== name && !first.has(whole)) first.set(whole, name);
    }
  }
  return first;
}

/** Knows what every reference of a lesson can lead to, under any of its conventions. */
export class References {
  private readonly graphs: readonly Graph[];
  private readonly given: ReadonlySet<string>;
  private readonly inLoss: ReadonlySet<string>;
  private readonly lines: ReadonlySet<string>;
  private readonly known: ReadonlySet<string>;
  /** A name may be that of a number under one convention and that of a vector under another. */
  private readonly scalars: ReadonlySet<string>;
  /** The first number of every vector and matrix, by the name of the whole. */
  private readonly tensors: ReadonlyMap<string, string>;
  private readonly uses = new Map<string, readonly string[]>();
  private readonly iterations = new Set<number>();
  private readonly lastIteration: number;

  constructor(
    variants: readonly { readonly program: Program; readonly given: readonly Given[] }[],
    loss: string,
    private readonly ofUpdates: UpdateNames,
  ) {
    this.graphs = variants.map(({ program }) => graphOf(program, loss));
    const given = variants.flatMap((variant) => variant.given);
    this.given = withTensors(
      given.map(({ name }) => name),
      this.graphs,
    );
    const targets = given.filter(({ role }) => role === 'target').map(({ name }) => name);
    this.inLoss = withTensors([loss, ...this.graphs.flatMap((graph) => [...graph.dependents(targets)])], this.graphs);
    this.lines = withTensors(
      this.graphs.flatMap((graph) => [...graph.lines.keys()]),
      this.graphs,
    );
    this.known = new Set([...this.lines, ...this.given]);
    const scalars = [
      ...variants.flatMap(({ program, given }) => [...given, ...program.lines].map(({ name }) => name)),
      ...ofUpdates.values,
      ...ofUpdates.updates,
    ];
    this.scalars = new Set(scalars);
    this.tensors = firstElements(scalars, this.graphs);
    this.lastIteration = Math.floor(limits.updates / this.known.size);
  }

  /** What is wrong with a reference: a sentence with the fix, or nothing. */
  complaint(text: string, wanted: Wanted): string | undefined {
    const { reference, iteration } = parseReference(text) ?? {};
    if (!reference) return `\`${text}\` is not a reference: write it like ${forms}.`;
    const wrong = this.wrongName(reference) ?? this.wrongStep(reference) ?? this.wrongIteration(iteration);
    if (wrong !== undefined) return `\`${text}\` leads nowhere: ${wrong}`;
    if (wanted === 'value' && this.tensors.has(reference.name) && !this.scalars.has(reference.name)) {
      const element = text.replace(reference.name, this.tensors.get(reference.name)!);
      return `\`${text}\` is a whole vector or matrix: name one number of it, like \`${element}\`.`;
    }
    if (wanted === 'step' && reference.kind === 'value') {
      const step = this.lines.has(reference.name) ? this.phaseOf(reference.name) : 'backward';
      return `\`${text}\` is a value, not a step: write \`${step}/${reference.name}\`.`;
    }
    return undefined;
  }

  private wrongName(reference: Reference): string | undefined {
    const names = [reference.name];
    if (reference.kind === 'path') names.push(reference.via);
    if (reference.kind === 'local') names.push(reference.by);
    const { values, updates } = this.ofUpdates;
    const others = reference.kind === 'value' ? values : reference.kind === 'update' ? updates : new Set<string>();
    const unknown = names.find((name) => !this.known.has(name) && !others.has(name));
    if (unknown === undefined) return undefined;
    const known = [...this.known, ...others];
    const shown = known.length > listed ? [...known.slice(0, listed), '…'] : known;
    const otherwise = `The names are ${shown.join(', ')}.`;
    return `there is no \`${unknown}\`. ${didYouMean(unknown, known.slice(0, compared), otherwise)}`;
  }

  /** Numbers after many updates take training up to there, and the reader waits for it. */
  private wrongIteration(iteration: number | undefined): string | undefined {
    if (iteration === undefined) return undefined;
    this.iterations.add(iteration);
    if (iteration > this.lastIteration) {
      return `this program can be looked at after at most ${this.lastIteration} updates: name an earlier one.`;
    }
    if (this.iterations.size <= limits.iterations) return undefined;
    return `the lesson names numbers after ${this.iterations.size} different counts of updates, more than ${limits.iterations}: leave some out.`;
  }

  private wrongStep(reference: Reference): string | undefined {
    const { kind, name } = reference;
    if (kind === 'forward' || kind === 'loss') {
      if (!this.lines.has(name)) return `no line gives \`${name}\`, it is a given number: write \`${name}\`.`;
      const phase = this.phaseOf(name);
      if (phase !== kind) return `\`${name}\` belongs to the ${phase} steps: write \`${phase}/${name}\`.`;
    }
    const { updates } = this.ofUpdates;
    if (kind === 'update' && !updates.has(name)) {
      const otherwise = `It can be one of ${[...updates].slice(0, listed).join(', ')}.`;
      return `\`${name}\` is never updated. ${didYouMean(name, updates, otherwise)}`;
    }
    if (kind === 'path') return this.wrongUse(reference.via, name);
    if (kind === 'local') return this.wrongUse(name, reference.by);
    return undefined;
  }

  private wrongUse(line: string, used: string): string | undefined {
    const uses = this.uses.get(line) ?? [...new Set(this.graphs.flatMap((graph) => this.usesOf(graph, line)))];
    this.uses.set(line, uses);
    if (uses.includes(used)) return undefined;
    if (uses.length === 0) return `no line gives \`${line}\`, it is a given number: name a line there.`;
    return `\`${line}\` does not use \`${used}\` directly. It uses ${uses.slice(0, listed).join(', ')}.`;
  }

  /** What a line uses; of a whole tensor, the tensors that its elements use. */
  private usesOf(graph: Graph, line: string): readonly string[] {
    if (graph.lines.has(line))
      return graph.uses(line).flatMap((name) => [name, elementOf(name).tensor, graph.unitOf(name)]);
    const elements = [...graph.lines.keys()].filter((name) =>
      [elementOf(name).tensor, graph.unitOf(name)].includes(line),
    );
    const used = elements.flatMap((each) => graph.uses(each));
    return [...new Set(used.flatMap((name) => [elementOf(name).tensor, graph.unitOf(name)]))];
  }

  private phaseOf(line: string): 'forward' | 'loss' {
    return this.inLoss.has(line) ? 'loss' : 'forward';
  }
}
