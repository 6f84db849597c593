import { didYouMean } from '../program/nearest.js';
import { elementOf } from '../program/expression.js';
import { graphOf, type Graph } from '../program/graph.js';
import type { Given, Program } from '../program/program.js';
import { parseReference, type Reference } from '../trace/reference.js';

const forms =
  '`w5`, `forward/net_h1`, `loss/E_total`, `backward/w5`, `backward/out_h1/net_o1`, `local/net_o1/w5` or `update/w5`';

/** What a reference is for: a section and a link want a step, a number on the page a value, a plain name may be for a whole tensor. */
export type Wanted = 'step' | 'value' | 'name';

/** The names, and those of the tensors that they are elements of. */
const withTensors = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, elementOf(name).tensor]));

/** Knows what every reference of a lesson can lead to, under any of its conventions. */
export class References {
  private readonly graphs: readonly Graph[];
  private readonly given: ReadonlySet<string>;
  private readonly inLoss: ReadonlySet<string>;
  private readonly lines: ReadonlySet<string>;

  constructor(
    variants: readonly { readonly program: Program; readonly given: readonly Given[] }[],
    loss: string,
    private readonly trainable: ReadonlySet<string>,
    private readonly settings: ReadonlySet<string>,
  ) {
    this.graphs = variants.map(({ program }) => graphOf(program, loss));
    const given = variants.flatMap((variant) => variant.given);
    this.given = withTensors(given.map(({ name }) => name));
    const targets = given.filter(({ role }) => role === 'target').map(({ name }) => name);
    this.inLoss = withTensors([loss, ...this.graphs.flatMap((graph) => [...graph.dependents(targets)])]);
    this.lines = withTensors(this.graphs.flatMap((graph) => [...graph.lines.keys()]));
  }

  /** What is wrong with a reference: a sentence with the fix, or nothing. */
  complaint(text: string, wanted: Wanted): string | undefined {
    const reference = parseReference(text)?.reference;
    if (!reference) return `\`${text}\` is not a reference: write it like ${forms}.`;
    const wrong = this.wrongName(reference) ?? this.wrongStep(reference);
    if (wrong !== undefined) return `\`${text}\` leads nowhere: ${wrong}`;
    if (wanted === 'value' && this.tensors.has(reference.name)) {
      return `\`${text}\` is a whole vector or matrix: name one number of it, like \`${text}[${this.tensors.get(reference.name)}]\`.`;
    }
    if (wanted === 'step' && reference.kind === 'value') {
      const step = this.lines.has(reference.name) ? this.phaseOf(reference.name) : 'backward';
      return `\`${text}\` is a value, not a step: write \`${step}/${reference.name}\`.`;
    }
    return undefined;
  }

  /** The first index of every vector and matrix, by name. */
  private get tensors(): ReadonlyMap<string, string> {
    const names = [...this.lines, ...this.given].filter((name) => name.includes('['));
    return new Map(names.reverse().map((name) => [elementOf(name).tensor, elementOf(name).index.join(',')]));
  }

  private wrongName(reference: Reference): string | undefined {
    const known = [...this.lines, ...this.given, ...(reference.kind === 'value' ? this.settings : [])];
    const names = [reference.name];
    if (reference.kind === 'path') names.push(reference.via);
    if (reference.kind === 'local') names.push(reference.by);
    const unknown = names.find((name) => !known.includes(name));
    if (unknown === undefined) return undefined;
    return `there is no \`${unknown}\`. ${didYouMean(unknown, known, `The names are ${known.join(', ')}.`)}`;
  }

  private wrongStep(reference: Reference): string | undefined {
    const { kind, name } = reference;
    if (kind === 'forward' || kind === 'loss') {
      if (!this.lines.has(name)) return `no line gives \`${name}\`, it is a given number: write \`${name}\`.`;
      const phase = this.phaseOf(name);
      if (phase !== kind) return `\`${name}\` belongs to the ${phase} steps: write \`${phase}/${name}\`.`;
    }
    if (kind === 'update' && !this.trainable.has(name)) {
      const otherwise = `It can be one of ${[...this.trainable].join(', ')}.`;
      return `\`${name}\` is never updated. ${didYouMean(name, this.trainable, otherwise)}`;
    }
    if (kind === 'path') return this.wrongUse(reference.via, name);
    if (kind === 'local') return this.wrongUse(name, reference.by);
    return undefined;
  }

  private wrongUse(line: string, used: string): string | undefined {
    const uses = this.graphs.flatMap((graph) => this.usesOf(graph, line));
    if (uses.includes(used)) return undefined;
    if (uses.length === 0) return `no line gives \`${line}\`, it is a given number: name a line there.`;
    return `\`${line}\` does not use \`${used}\` directly. It uses ${[...new Set(uses)].join(', ')}.`;
  }

  /** What a line uses; of a whole tensor, the tensors that its elements use. */
  private usesOf(graph: Graph, line: string): readonly string[] {
    if (graph.lines.has(line)) return graph.uses(line).flatMap((name) => [name, elementOf(name).tensor]);
    const elements = [...graph.lines.keys()].filter((name) => elementOf(name).tensor === line);
    return [...new Set(elements.flatMap((each) => graph.uses(each).map((name) => elementOf(name).tensor)))];
  }

  private phaseOf(line: string): 'forward' | 'loss' {
    return this.inLoss.has(line) ? 'loss' : 'forward';
  }
}
