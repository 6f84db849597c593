import type { Unit, Units } from './units.js';

/** What stands in a column: units one above the other, and the given ones that they use below them. */
export interface Column {
  readonly main: readonly Unit[];
  /** The given units first used by one of `main`. */
  readonly given: readonly Unit[];
  /** The block whose inner quantities `main` are. */
  readonly within?: string;
}

/** Columns in the order of computation, from the inputs to the loss. */
export function columnsOf(diagram: Units): readonly Column[] {
  const nodes = placed(diagram, stacksOf(diagram.units)) ?? placed(diagram, new Map())!;
  const inputs = inputColumns(diagram, nodes);
  const first = Math.min(...nodes.values(), ...inputs.values());
  const last = Math.max(...nodes.values());
  const hosts = hostsOf(diagram, inputs);
  const all = [...diagram.units.values()];
  const levels = Array.from({ length: last - first + 1 }, (_, i) => {
    const at = first + i;
    const lines = all.filter(({ name }) => nodes.get(name) === at);
    const entering = all.filter(({ name }) => inputs.get(name) === at);
    return [...entering, ...lines];
  });
  // The inner quantities of a block stand by themselves, so that its frame encloses nothing else.
  return levels.flatMap((units) => {
    const blocks = [...new Set(units.map(({ within }) => within))];
    return blocks.map((within) => {
      const main = inOrder(
        units.filter((unit) => unit.within === within),
        diagram,
      );
      const given = all.filter(({ name }) => main.some((unit) => unit.name === hosts.get(name)));
      return { main, given, ...(within !== undefined && { within }) };
    });
  });
}

/** Inner quantities of a block that are one row high stand one above the other: mean, variance, 1/σ. */
function stacksOf(units: Units['units']): ReadonlyMap<string, string> {
  const low = [...units.values()].filter(({ within, rows }) => within !== undefined && rows === 1);
  return new Map(low.map(({ name, within }) => [name, `${within}/`]));
}

/** How many lines come before each line, at most; `undefined` where the stacks make a circle. */
function placed({ units, edges }: Units, stacks: ReadonlyMap<string, string>): ReadonlyMap<string, number> | undefined {
  const nodeOf = (name: string): string => stacks.get(name) ?? name;
  const isLine = (name: string): boolean => ['line', 'loss'].includes(units.get(name)!.kind);
  const before = new Map<string, Set<string>>();
  for (const { name } of units.values()) if (isLine(name)) before.set(nodeOf(name), new Set());
  for (const { from, to } of edges)
    if (isLine(from) && nodeOf(from) !== nodeOf(to)) before.get(nodeOf(to))!.add(nodeOf(from));
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const depth = (node: string): number => {
    const known = depths.get(node);
    if (known !== undefined) return known;
    if (open.has(node)) return NaN;
    open.add(node);
    const found = Math.max(-1, ...[...before.get(node)!].map(depth)) + 1;
    depths.set(node, found);
    return found;
  };
  const found = new Map([...units.keys()].filter(isLine).map((name) => [name, depth(nodeOf(name))]));
  return [...found.values()].some(Number.isNaN) ? undefined : found;
}

/** Inputs stand right before their first use. */
function inputColumns({ units, edges }: Units, lines: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const inputs = [...units.values()].filter(({ kind }) => kind === 'input');
  return new Map(
    inputs.map(({ name }) => {
      const uses = edges.filter(({ from }) => from === name).map(({ to }) => lines.get(to)!);
      return [name, Math.min(...uses) - 1];
    }),
  );
}

/** The line below which a given unit stands: the first that uses it. */
function hostsOf({ units, edges }: Units, inputs: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const order = [...units.keys()];
  const hosts = new Map<string, string>();
  const sorted = [...edges].sort((a, b) => order.indexOf(a.to) - order.indexOf(b.to));
  for (const { from, to } of sorted) {
    const { kind } = units.get(from)!;
    if (kind !== 'line' && kind !== 'loss' && !inputs.has(from) && !hosts.has(from)) hosts.set(from, to);
  }
  return hosts;
}

/** In a column, what leads on comes first; what nothing uses (a probability that is only shown) comes last. */
function inOrder(units: readonly Unit[], { edges }: Units): readonly Unit[] {
  const used = new Set(edges.map(({ from }) => from));
  const ends = (unit: Unit): number => Number(unit.kind !== 'loss' && !used.has(unit.name));
  return [...units].sort((a, b) => ends(a) - ends(b));
}
