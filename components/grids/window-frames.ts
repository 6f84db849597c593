import { slidingIn, type Graph, type Setup } from '../../src/index.js';
import type { Cell } from './cells.js';
import type { Light, LightRole, LitLine } from './light.js';

/** What a window covers of a grid: the corner and the size of a frame round its cells. */
export interface WindowFrame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly role: LightRole;
}

/** What is drawn of a step through a window: frames round what it joins, and one line instead of many. */
export interface WindowLight {
  readonly frames: readonly WindowFrame[];
  /** The lines between cells that are still drawn. */
  readonly lines: readonly LitLine[];
  /** Roles of the edges between units that stand for the others, by id. */
  readonly edges: ReadonlyMap<string, LightRole>;
}

/** More lines than this between two units only hide the numbers that they run across: the frame says as much. */
const mostLines = 1;
/** How far a frame stands off its cells. */
const pad = 1.5;

/**
 * Where a line slides a window, what it covers is one thing: a frame round the cells under it in the input, and of a
 * weight or an input round those that it reaches in the map. Each channel, and each sample, has a frame of its own.
 */
export function windowLight(
  { lines, edges }: Light,
  cells: ReadonlyMap<string, Cell>,
  { program }: Pick<Setup, 'program'>,
  { unitOf, placeInUnit }: Pick<Graph, 'unitOf' | 'placeInUnit'>,
): WindowLight {
  const rankOf = (name: string): number => program.tensors?.get(name)?.shape.length ?? 0;
  const bundles = new Map<string, LitLine[]>();
  const others: LitLine[] = [];
  for (const line of lines.values()) {
    const to = unitOf(line.to);
    const written = program.tensors?.get(to)?.written;
    if (written && slidingIn(written.formula, rankOf)) {
      const id = `${unitOf(line.from)}>${to}`;
      bundles.set(id, [...(bundles.get(id) ?? []), line]);
    } else others.push(line);
  }
  const frames: WindowFrame[] = [];
  const drawn: LitLine[] = [...others];
  const joined = new Map(edges);
  const isMany = ([, bundle]: readonly [string, readonly LitLine[]]): boolean => bundle.length > mostLines;
  const crowded = new Set([...bundles].filter(isMany).map(([, [first]]) => unitOf(first!.to)));
  for (const [id, bundle] of bundles) {
    const { axes } = slidingIn(program.tensors!.get(unitOf(bundle[0]!.to))!.written!.formula, rankOf)!;
    const { role } = bundle[0]!;
    for (const end of ['from', 'to'] as const) {
      const windows = new Map<string, Set<string>>();
      for (const line of bundle) {
        const variable = line[end];
        const outer = placeInUnit(variable).slice(0, Math.max(0, rankOf(unitOf(variable)) - axes));
        windows.set(outer.join(), (windows.get(outer.join()) ?? new Set()).add(variable));
      }
      for (const window of windows.values()) {
        const covered = [...window].flatMap((variable) => cells.get(variable) ?? []);
        if (covered.length > 1) frames.push({ ...boxOf(covered), role });
      }
    }
    if (crowded.has(unitOf(bundle[0]!.to))) joined.set(id, role);
    else drawn.push(...bundle);
  }
  return {
    frames: [...new Map(frames.map((frame) => [JSON.stringify(frame), frame])).values()],
    lines: drawn,
    edges: joined,
  };
}

function boxOf(cells: readonly Cell[]): Omit<WindowFrame, 'role'> {
  const [x, y] = [Math.min(...cells.map((cell) => cell.x)) - pad, Math.min(...cells.map((cell) => cell.y)) - pad];
  return {
    x,
    y,
    w: Math.max(...cells.map((cell) => cell.x + cell.w)) + pad - x,
    h: Math.max(...cells.map((cell) => cell.y + cell.h)) + pad - y,
  };
}
