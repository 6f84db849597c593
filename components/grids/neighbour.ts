import type { Cell } from './cells.js';

/** The next cell in the direction of an arrow key: in the same unit, or in the next one that way. */
export function neighbour(cells: ReadonlyMap<string, Cell>, from: Cell, key: string): Cell | undefined {
  const level = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1;
  const [row, column] = level ? [from.row, from.column + sign] : [from.row + sign, from.column];
  const all = [...cells.values()];
  const inside = all.find((each) => each.grid === from.grid && each.row === row && each.column === column);
  if (inside) return inside;
  const beyond = all.filter((each) => {
    if (each.grid === from.grid) return false;
    const ahead = level ? sign * (each.x - from.x) : sign * (each.y - from.y);
    return ahead > 1 && (!level || each.grid.band === from.grid.band);
  });
  // Straight ahead counts more than near by.
  const cost = (each: Cell): number =>
    level
      ? Math.abs(each.x - from.x) + 3 * Math.abs(each.y - from.y)
      : Math.abs(each.y - from.y) + 3 * Math.abs(each.x - from.x);
  const nearest = beyond.sort((a, b) => cost(a) - cost(b))[0];
  return nearest ?? (level ? wrapped(all, from, sign) : undefined);
}

/** At the end of a band, the beginning of the next. */
function wrapped(all: readonly Cell[], { grid }: Cell, sign: number): Cell | undefined {
  const band = all.filter((each) => each.grid.band === grid.band + sign && !each.grid.below);
  const column =
    sign > 0 ? Math.min(...band.map((each) => each.grid.column)) : Math.max(...band.map((each) => each.grid.column));
  const there = band.filter((each) => each.grid.column === column && each.row === 0);
  return sign > 0 ? there[0] : there.at(-1);
}
