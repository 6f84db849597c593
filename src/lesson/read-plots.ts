import { elementOf } from '../program/expression.js';
import { didYouMean } from '../program/nearest.js';
import type { Given } from '../program/program.js';
import type { Entry } from './front-matter.js';
import type { Convention, PathsPlot, Plot, PlotAxis, SeriesPlot } from './lesson.js';
import { limits } from './limits.js';
import type { ProseContext } from './markdown.js';
import { elementAt } from './plot-element.js';
import { numberText, required } from './read-entries.js';

/** What a plot may be of. */
export interface Plotted {
  readonly given: readonly Given[];
  readonly trained: readonly string[];
  readonly conventions: readonly Convention[];
}

/** What the readers of both kinds share. */
interface Reading extends Plotted {
  readonly fields: ReadonlyMap<string, Entry>;
  readonly need: (key: string) => Entry | undefined;
  readonly context: ProseContext;
}

const kinds = ['series', 'paths'] as const;
const keys: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
  series: ['kind', 'title', 'of', 'axis', 'scale', 'compare', 'count', 'from', 'to'],
  paths: ['kind', 'title', 'x', 'y', 'compare', 'updates'],
};

/** How far `t` may go, and how long a path may be. */
const mostSteps = 200;
const mostUpdates = 1000;

/** The pictures that a lesson asks for. */
export function readPlots(entry: Entry | undefined, plotted: Plotted, context: ProseContext): readonly Plot[] {
  return (entry?.items(limits.items.plots) ?? []).flatMap((item) => {
    const kind = kindOf(item);
    if (!kind) return [];
    const fields = item.fields(keys[kind]);
    const need = (key: string): Entry | undefined => required(item, fields, key);
    const reading = { ...plotted, fields, need, context };
    return [kind === 'series' ? readSeries(reading) : readPaths(reading)];
  });
}

function kindOf(item: Entry): (typeof kinds)[number] | undefined {
  const entry = required(item, item.fields(), 'kind');
  return entry && oneOf(entry, kinds);
}

/** One of a few words. */
function oneOf<T extends string>(entry: Entry, known: readonly T[]): T | undefined {
  const text = entry.text();
  const found = known.find((each) => each === text);
  if (found === undefined) {
    entry.complain(
      `${entry.label} can't be \`${text}\`. ${didYouMean(text, known, `It can be ${known.join(' or ')}.`)}`,
      text,
    );
  }
  return found;
}

function readSeries(reading: Reading): SeriesPlot {
  const { fields, need, conventions } = reading;
  const compare = fields.get('compare');
  const scale = fields.get('scale');
  const count = readCount(reading);
  return {
    kind: 'series',
    title: need('title')?.text() ?? '',
    of: readCounted(need('of'), reading),
    axis: need('axis')?.text() ?? '',
    scale: (scale && oneOf(scale, ['log', 'linear'])) ?? 'log',
    ...(compare && { compare: readConvention(compare, conventions) }),
    ...(count && { count }),
  };
}

/** A reference in which `t` counts. What it leads to at the first step (or, with `t-1`, the second) must exist. */
function readCounted(entry: Entry | undefined, { context }: Reading): string {
  const of = entry?.text() ?? '';
  if (!entry) return of;
  const first = elementAt(of, 1);
  if (first === of) {
    entry.complain(`\`${of}\` is one number: write \`t\` where it counts, like \`backward/h[t]\`.`, of);
  } else if (of.includes('@')) {
    entry.complain(
      `\`${of}\` names an iteration, and a plot shows the one where the reader stands: leave the \`@\` away.`,
      of,
    );
  } else {
    const wrong = [first, elementAt(of, 2)].map((ref) => context.checkReference(ref, 'value'));
    if (wrong.every((each) => each !== undefined)) entry.complain(wrong[0]!, of);
  }
  return of;
}

function readCount({ fields, given }: Reading): SeriesPlot['count'] {
  const entry = fields.get('count');
  if (!entry) {
    const [stray] = [fields.get('from'), fields.get('to')].filter((each) => each !== undefined);
    stray?.complain(`${stray.label} says how far the reader may count: name the constant too, \`count: T\`.`);
    return undefined;
  }
  const name = entry.text();
  const constants = given.filter(({ role }) => role === 'constant').map((each) => each.name);
  if (!constants.includes(name)) {
    const otherwise = 'List it under `constants`, like `constants: { T: 5 }`.';
    entry.complain(
      `\`${name}\` is not a constant, so a reader can't count with it. ${didYouMean(name, constants, otherwise)}`,
      name,
    );
  }
  const [from, to] = [
    readWhole(fields.get('from'), 1, mostSteps) ?? 2,
    readWhole(fields.get('to'), 1, mostSteps) ?? 30,
  ];
  if (from >= to) entry.complain(`\`${name}\` can't go from ${from} to ${to}: let \`to\` be the larger one.`, name);
  const own = Number(given.find((each) => each.name === name)?.text);
  if (own < from || own > to) {
    entry.complain(`\`${name}\` is ${own} in the lesson, and the plot goes from ${from} to ${to}: widen it.`, name);
  }
  return { name, from, to };
}

function readPaths(reading: Reading): PathsPlot {
  const { fields, need, conventions } = reading;
  const [x, y] = [readAxis(need('x'), reading), readAxis(need('y'), reading)];
  if (x.name && x.name === y.name) {
    fields.get('y')!.complain(`\`x\` and \`y\` are both \`${x.name}\`: take two parameters.`, y.name);
  }
  const compare = need('compare');
  return {
    kind: 'paths',
    title: need('title')?.text() ?? '',
    x,
    y,
    compare: compare ? readConvention(compare, conventions) : '',
    updates: readWhole(fields.get('updates'), 1, mostUpdates) ?? 50,
  };
}

/** A trained number by its name alone, or with the range that the picture shows. */
function readAxis(entry: Entry | undefined, { given, trained, conventions }: Reading): PlotAxis {
  if (!entry) return { name: '' };
  const fields = entry.isGroup ? entry.fields(['name', 'from', 'to']) : undefined;
  const named = fields ? required(entry, fields, 'name') : entry;
  const name = named?.text() ?? '';
  const choices = conventions.flatMap((each) => each.choices);
  const moved = new Set([...trained, ...choices.flatMap((choice) => choice.trained ?? [])]);
  const offered = [...given, ...choices.flatMap((choice) => choice.given ?? [])]
    .map((each) => each.name)
    .filter((each) => moved.has(elementOf(each).tensor));
  if (named && !offered.includes(name)) {
    const otherwise = `It can be one of ${offered.slice(0, 30).join(', ')}.`;
    named.complain(`\`${name}\` is not a number that training changes. ${didYouMean(name, offered, otherwise)}`, name);
  }
  const range = fields && readRange(entry, fields);
  return { name, ...(range && { range }) };
}

function readRange(entry: Entry, fields: ReadonlyMap<string, Entry>): PlotAxis['range'] {
  if (!fields.has('from') && !fields.has('to')) return undefined;
  const [from, to] = ['from', 'to'].map((key) => {
    const end = required(entry, fields, key);
    return end ? Number(numberText(end)) : NaN;
  }) as [number, number];
  if (from >= to) entry.complain(`${entry.label} goes from ${from} to ${to}: let \`to\` be the larger one.`);
  return { from, to };
}

function readConvention(entry: Entry, conventions: readonly Convention[]): string {
  const id = entry.text();
  const ids = conventions.map((each) => each.id);
  if (!ids.includes(id)) {
    const otherwise = ids.length ? `It can be ${ids.join(', ')}.` : 'State one under `conventions`.';
    entry.complain(`The lesson has no convention \`${id}\` to compare by. ${didYouMean(id, ids, otherwise)}`, id);
  }
  return id;
}

function readWhole(entry: Entry | undefined, least: number, most: number): number | undefined {
  if (!entry) return undefined;
  const text = entry.text();
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  entry.complain(`${entry.label} has to be a whole number from ${least} to ${most}, not \`${text}\`.`, text);
  return undefined;
}
