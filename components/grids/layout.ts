import type { Column } from './columns.js';
import { captionWidth } from './captions.js';
import { captionHeight, gutter } from './metrics.js';
import type { Unit, Units } from './units.js';
import { waysOf, type PlacedEdge } from './ways.js';
import { placesFor } from './windows.js';

/** A unit with its place: the corner and the size of its cells together, below its caption. */
export interface Grid extends Unit {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  /** How many places it shows down and across. */
  readonly places: readonly [rows: number, columns: number];
  readonly band: number;
  readonly column: number;
  /** It stands below the line that uses it, or below what that line is computed from. */
  readonly below: boolean;
}

/** What stands around the inner quantities of a block. */
export interface Frame {
  /** The block's output. */
  readonly name: string;
  readonly band: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface CellSize {
  readonly w: number;
  readonly h: number;
}

/** Everything about the diagram that follows from the program and the room: plain data. */
export interface Picture {
  /** How much larger it is drawn: a small program fills its room. */
  readonly zoom?: number;
  readonly width: number;
  readonly height: number;
  /** How narrow it could be, with cells of this size. */
  readonly needs: number;
  readonly cell: CellSize;
  readonly grids: ReadonlyMap<string, Grid>;
  readonly frames: readonly Frame[];
  readonly edges: readonly PlacedEdge[];
}

/** The room there is. */
export interface Room {
  readonly width: number;
  /** 0: as little as can be, one band that scrolls inside itself where it is wider than the room. */
  readonly height: number;
}

const margin = { left: 11, right: 8, top: 3, bottom: 4 };
/** Between units above each other, around the inner quantities of a block, between bands, between lines that run along a band. */
const apart = 8;
const framePad = 8;
const betweenBands = 18;
const lane = 6;

/** Cells are as wide as the room allows: at best so that every number fits, at least so that most do. */
const cellWidth = { best: 54, good: 43, least: 34 };
const cellHeight = { best: 27, least: 19 };
const gaps = { best: 64, least: 17 };
const mostBands = 3;
/** Narrower than this, every pixel of height counts. */
const small = 560;

/** Lay a program out. In room enough its columns run on in a second band, as text does; otherwise it scrolls. */
export function layout(diagram: Units, planned: readonly Column[], room: Room): Picture {
  const columns = room.height > 0 ? planned : flat(planned, diagram);
  const bands = room.height > 0 ? Array.from({ length: mostBands }, (_, i) => i + 1) : [1];
  const fitting = bands.flatMap((count) => {
    const split = inBands(columns, count);
    const width = widthThatFits(split, room.width);
    if (width < cellWidth.least) return [];
    const fit = (h: number): Picture => place(diagram, split, { w: width, h }, room.width);
    const lowest = fit(cellHeight.least);
    if (room.height > 0 && lowest.height > room.height) return [];
    const highest = fit(cellHeight.least + 1);
    const slope = highest.height - lowest.height;
    const spare = room.height > 0 ? (room.height - lowest.height) / slope : room.width < small ? 0 : 2;
    return [{ width, picture: fit(Math.min(cellHeight.best, cellHeight.least + Math.floor(spare))) }];
  });
  const good = fitting.find(({ width }) => width >= cellWidth.good);
  const widest = [...fitting].sort((a, b) => b.width - a.width)[0];
  const best = good ?? widest;
  if (best) return best.picture;
  return place(
    diagram,
    inBands(columns, 1),
    { w: cellWidth.good, h: cellHeight.least + (room.width < small ? 0 : 2) },
    room.width,
  );
}

/** Where height is scarce, what would stand low stands beside: a column of targets, and what nothing uses. */
function flat(columns: readonly Column[], { edges }: Units): readonly Column[] {
  const used = new Set(edges.map(({ from }) => from));
  return columns.flatMap((column): readonly Column[] => {
    const { main, given, within } = column;
    const [ends, others] = divide(main, (unit, i) => i > 0 && unit.rows > 1 && !used.has(unit.name));
    const [tall, low] = divide(given, ({ kind, rows }) => kind === 'target' && rows > 2);
    const alone = (unit: Unit): Column => ({ main: [unit], given: [], ...(within !== undefined && { within }) });
    return [
      ...tall.map((unit) => ({ main: [unit], given: [] })),
      { ...column, main: others, given: low },
      ...ends.map(alone),
    ];
  });
}

function divide<T>(all: readonly T[], first: (each: T, i: number) => boolean): readonly [T[], T[]] {
  return [all.filter((each, i) => first(each, i)), all.filter((each, i) => !first(each, i))];
}

type Bands = readonly (readonly Standing[])[];

/** A column with what stands below its main units. */
interface Standing {
  readonly main: readonly Unit[];
  readonly below: readonly Unit[];
  readonly within?: string;
}

/** Divide the columns into bands of about the same width. The inner quantities of a block stay together. */
function inBands(columns: readonly Column[], count: number): Bands {
  const breaks = columns.flatMap(({ within }, i) =>
    i > 0 && (within === undefined || within !== columns[i - 1]!.within) ? [i] : [],
  );
  let best: Bands = [standing(columns)];
  let least = Infinity;
  for (const cuts of choices(breaks, count - 1)) {
    const bands = [...cuts, columns.length].map((end, i) => standing(columns.slice(cuts[i - 1] ?? 0, end)));
    const widest = Math.max(...bands.map((band) => bandWidth(band, cellWidth.good, gaps.best)));
    if (widest < least) [best, least] = [bands, widest];
  }
  return best;
}

/** All ways to choose so many of these, in order. */
function choices(from: readonly number[], count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return from.flatMap((each, i) => choices(from.slice(i + 1), count - 1).map((rest) => [each, ...rest]));
}

/**
 * A given vector or number stands below the line that uses it, a matrix below what the line is computed from: there is
 * its place in the product.
 */
function standing(columns: readonly Column[]): readonly Standing[] {
  const below: Unit[][] = columns.map(() => []);
  columns.forEach(({ given, within }, i) => {
    const before = columns[i - 1];
    for (const unit of given) {
      const aside =
        unit.rows > 1 && unit.columns > 1 && unit.kind === 'parameter' && before && !before.within && !within;
      below[aside ? i - 1 : i]!.push(unit);
    }
  });
  return columns.map(({ main, within }, i) => ({ main, below: below[i]!, ...(within !== undefined && { within }) }));
}

const across = (places: number, size: number): number => places * size + (places - 1) * gutter;
const unitWidth = (unit: Unit, w: number): number => across(placesFor(unit.columns), w);
const columnWidth = ({ main, below }: Standing, w: number): number =>
  Math.max(...[...main, ...below].map((unit) => Math.max(unitWidth(unit, w), captionWidth(unit))));

/** What a column needs beside it for the frame that begins or ends there. */
const framesBefore = (band: readonly Standing[], i: number): number => {
  const [left, right] = [band[i - 1]?.within, band[i]?.within];
  return left === right ? 0 : (Number(left !== undefined) + Number(right !== undefined)) * framePad;
};

function bandWidth(band: readonly Standing[], w: number, gap: number): number {
  const frames = Array.from({ length: band.length + 1 }, (_, i) => framesBefore(band, i));
  const columns = band.map((column) => columnWidth(column, w));
  return margin.left + margin.right + sum(columns) + sum(frames) + (band.length - 1) * gap;
}

/** Wider cells stand further apart. */
const leastGap = (w: number): number => gaps.least + (w - cellWidth.least) / 3;

/** The widest cells with which every band fits. */
function widthThatFits(bands: Bands, room: number): number {
  for (let w = cellWidth.best; w >= cellWidth.least; w--) {
    if (bands.every((band) => bandWidth(band, w, leastGap(w)) <= room)) return w;
  }
  return 0;
}

/** Everything at its place, for a size of cells. */
function place(diagram: Units, bands: Bands, cell: CellSize, room: number): Picture {
  const grids = new Map<string, Grid>();
  const frames: Frame[] = [];
  const tops: number[] = [];
  const bottoms: number[] = [];
  const widths: number[] = [];
  bands.forEach((band, number) => {
    const least = leastGap(cell.w);
    const spare = band.length > 1 ? (room - bandWidth(band, cell.w, least)) / (band.length - 1) : 0;
    const gap = Math.max(least, Math.min(gaps.best, least + spare));
    const { placed, framed } = placeBand(band, number, cell, gap, columnsBefore(bands, number));
    for (const grid of placed) grids.set(grid.name, grid);
    frames.push(...framed);
    tops.push(Math.min(...placed.map(({ y }) => y - captionHeight), ...framed.map(({ y }) => y - 6)));
    bottoms.push(Math.max(...placed.map(({ y, h }) => y + h), ...framed.map(({ y, h }) => y + h)));
    widths.push(bandWidth(band, cell.w, gap));
  });
  // Lines that run above or below a band need room, which only their number tells.
  const first = waysOf(diagram.edges, grids, { tops, bottoms, lane });
  const shifts: number[] = [];
  let y = margin.top;
  bands.forEach((_, band) => {
    const above = first.over[band] ?? 0;
    y += above * lane + (above > 0 ? 5 : 0);
    shifts.push(y - tops[band]!);
    y += bottoms[band]! - tops[band]!;
    const under = first.under[band] ?? 0;
    y += band + 1 < bands.length ? betweenBands + under * lane : under > 0 ? under * lane + 5 : 0;
  });
  const moved = new Map([...grids].map(([name, grid]) => [name, { ...grid, y: grid.y + shifts[grid.band]! }]));
  const shift = (values: readonly number[]): number[] => values.map((value, band) => value + shifts[band]!);
  const { edges } = waysOf(diagram.edges, moved, { tops: shift(tops), bottoms: shift(bottoms), lane });
  return {
    width: Math.max(room, ...widths),
    needs: Math.max(...bands.map((band) => bandWidth(band, cell.w, leastGap(cell.w)))),
    height: y + margin.bottom,
    cell,
    grids: moved,
    frames: frames.map((frame) => ({ ...frame, y: frame.y + shifts[frame.band]! })),
    edges,
  };
}

const columnsBefore = (bands: Bands, number: number): number => sum(bands.slice(0, number).map((band) => band.length));

/** One band, its first row of cells at y = 0: samples stand side by side through all columns. */
function placeBand(
  band: readonly Standing[],
  number: number,
  cell: CellSize,
  gap: number,
  before: number,
): { readonly placed: readonly Grid[]; readonly framed: readonly Frame[] } {
  const placed: Grid[] = [];
  const framed: Frame[] = [];
  let x = margin.left;
  const put = (unit: Unit, column: number, y: number, below: boolean): Grid => {
    const places = [placesFor(unit.rows), placesFor(unit.columns)] as const;
    const size = { w: across(places[1], cell.w), h: across(places[0], cell.h) };
    const grid = { ...unit, ...size, x, y, places, band: number, column: before + column, below };
    placed.push(grid);
    return grid;
  };
  const xs = band.map((column, i) => {
    x += (i > 0 ? gap : 0) + framesBefore(band, i);
    const left = x;
    let y = 0;
    const width = columnWidth(column, cell.w);
    for (const unit of column.main) {
      // Next to what comes after it, where a wide matrix stands below.
      x = left + width - Math.max(unitWidth(unit, cell.w), captionWidth(unit));
      y += put(unit, i, y, false).h + apart + captionHeight;
    }
    x = left + width;
    return left;
  });
  band.forEach(({ within }, i) => {
    if (within === undefined || band[i - 1]?.within === within) return;
    const inside = placed.filter((grid) => grid.within === within);
    const end = band.findLastIndex((column) => column.within === within);
    const right = xs[end]! + columnWidth(band[end]!, cell.w) + framePad;
    const y = -captionHeight - framePad;
    const bottom = Math.max(...inside.map((grid) => grid.y + grid.h)) + framePad;
    framed.push({ name: within, band: number, x: xs[i]! - framePad, y, w: right - xs[i]! + framePad, h: bottom - y });
  });
  band.forEach(({ main, below, within }, i) => {
    x = xs[i]!;
    const own = Math.max(...placed.filter(({ name }) => main.some((unit) => unit.name === name)).map((g) => g.y + g.h));
    const frame = framed.find(({ name }) => name === within);
    let y = (frame ? frame.y + frame.h : own) + apart + captionHeight;
    for (const unit of below) y += put(unit, i, y, true).h + apart + captionHeight;
  });
  return { placed, framed };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
