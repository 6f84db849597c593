import { name } from '../formula/build.js';
import { substitute, type Formula } from '../formula/formula.js';
import type { Optimiser, UpdateLine } from '../optimisers/optimiser.js';
import type { Rule } from '../optimisers/rule.js';
import { onlyScalars } from '../program/read-formula.js';
import { readLines } from '../program/read-program.js';
import { Source } from '../program/tokens.js';
import { InputError } from '../complaint.js';

/** A line of a rule, read but not yet put among the lines of others. */
interface ReadLine {
  readonly name: string;
  readonly formula: Formula;
  readonly text: string;
  readonly once: boolean;
}

/** Rules one after the other as one optimiser: the optimiser itself comes last. */
export async function composeRules(rules: readonly Rule[]): Promise<Optimiser> {
  const state = Object.assign({}, ...rules.map((rule) => rule.state ?? {})) as Record<string, string>;
  const shared = Object.assign({}, ...rules.map((rule) => rule.shared ?? {})) as Record<string, string>;
  const lines = withoutRepeats((await Promise.all(rules.map(readRule))).flat(), shared);
  const names = new Names(lines, shared);
  return {
    name: rules.map((rule) => rule.name).join(' + '),
    settings: Object.assign({}, ...rules.map(({ settings }) => settings)) as Optimiser['settings'],
    state,
    shared,
    lines: lines.map((line): UpdateLine => {
      const formula = substitute(line.formula, (each) => name(names.read(each)));
      return { name: names.assign(line), formula, ...(line.once && { once: true as const }) };
    }),
  };
}

async function readRule({ once = '', lines = '' }: Rule): Promise<readonly ReadLine[]> {
  const [forAll, forEach] = await Promise.all([readPart(once, true), readPart(lines, false)]);
  return [...forAll, ...forEach];
}

async function readPart(text: string, once: boolean): Promise<readonly ReadLine[]> {
  const { lines, complaints } = await readLines(text);
  if (complaints.length > 0) throw new InputError(complaints);
  return lines.map(({ name, formula, text: written }) => ({
    name,
    formula: onlyScalars(formula, new Source(written)),
    text: written,
    once,
  }));
}

/** A counter that several rules read counts once. */
const withoutRepeats = (lines: readonly ReadLine[], shared: Optimiser['shared']): readonly ReadLine[] =>
  lines.filter(
    (line, i) =>
      !Object.hasOwn(shared, line.name) || lines.findIndex((each) => each.once && each.text === line.text) === i,
  );

/** What a name on the right stands for at a line: the newest that a line above gave, or the old one. */
class Names {
  readonly #newest = new Map<string, string>();
  readonly #times = new Map<string, number>();

  constructor(
    lines: readonly ReadLine[],
    private readonly shared: Optimiser['shared'],
  ) {
    for (const line of lines) this.#times.set(line.name, (this.#times.get(line.name) ?? 0) + 1);
  }

  read(each: string): string {
    return this.#newest.get(each) ?? (Object.hasOwn(this.shared, each) ? `step.${each}` : each);
  }

  /** The name of what a line gives: for a changed gradient `grad`. Given by several, it gets a number: `grad1`, `grad2`. */
  assign({ name: each, once }: ReadLine): string {
    const before = this.#newest.get(each);
    const place = before === undefined ? 1 : Number(/\d+$/.exec(before)?.[0]) + 1;
    const written = each === 'g' ? 'grad' : each;
    const own = this.#times.get(each)! > 1 ? `${written}${place}` : written;
    this.#newest.set(each, `update/${once ? 'step.' : ''}${own}`);
    return own;
  }
}
