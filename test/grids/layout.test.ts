import { beforeAll, describe, expect, test } from 'vitest';
import { pictureFor } from '../../components/grids/fit.js';
import type { Grid, Picture } from '../../components/grids/layout.js';
import { captionHeight } from '../../components/grids/metrics.js';
import { near, passes, type Box } from '../../components/network/geometry.js';
import { diagram, names } from './programs.js';

const rooms = [
  { width: 711, height: 652 },
  { width: 560, height: 576 },
  { width: 736, height: 0 },
  { width: 328, height: 0 },
] as const;

const draw = async (name: string, { width, height }: (typeof rooms)[number] = rooms[0]): Promise<Picture> =>
  pictureFor((await diagram(name)).units, width, height);

const box = ({ x, y, w, h }: Pick<Grid, 'x' | 'y' | 'w' | 'h'>): Box => ({ x: x + w / 2, y: y + h / 2, w, h });
const withCaption = (grid: Grid): Box => box({ ...grid, y: grid.y - captionHeight + 3, h: grid.h + captionHeight - 3 });

// The first program brings in the parser, which takes its time on a busy machine.
beforeAll(() => diagram('a layer'), 60_000);

describe.each(names)('%s', (name) => {
  test.each(rooms)('nothing overlaps at $width × $height', async (room) => {
    const grids = [...(await draw(name, room)).grids.values()];
    const clashes = grids.flatMap((one, i) =>
      grids
        .slice(i + 1)
        .filter((other) => near(withCaption(one), withCaption(other), -0.5))
        .map((other) => `${one.name} and ${other.name}`),
    );
    expect(clashes).toEqual([]);
  });

  test.each(rooms)('everything is inside the picture at $width × $height', async (room) => {
    const { grids, frames, edges, width, height } = await draw(name, room);
    const corners = [...grids.values(), ...frames].flatMap(({ x, y, w, h }) => [
      [x, y],
      [x + w, y + h],
    ]);
    const points = edges.flatMap(({ d }) =>
      [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]),
    );
    const outside = [...corners, ...points].filter(
      ([x = NaN, y = NaN]) => !(x >= 0 && x <= width && y >= 0 && y <= height),
    );
    expect(outside).toEqual([]);
  });

  test.each(rooms)(
    'a frame encloses the inner quantities of its block and nothing else at $width × $height',
    async (room) => {
      const { grids, frames } = await draw(name, room);
      const inner = new Set([...grids.values()].flatMap(({ within }) => within ?? []));
      expect(frames.map((frame) => frame.name).toSorted()).toEqual([...inner].toSorted());
      for (const frame of frames) {
        const inside = [...grids.values()].filter((grid) => near(withCaption(grid), box(frame), -1));
        expect(inside.filter(({ within }) => within !== frame.name).map((grid) => grid.name)).toEqual([]);
        expect(inside.map((grid) => grid.name).toSorted()).toEqual(
          [...grids.values()].flatMap((grid) => (grid.within === frame.name ? grid.name : [])).toSorted(),
        );
      }
    },
  );

  test.each(rooms)('no straight edge runs through a unit at $width × $height', async (room) => {
    const { grids, edges } = await draw(name, room);
    const through = edges
      .filter(({ way }) => way.kind === 'across')
      .flatMap(({ id, from, to, d }) => {
        const points = [...d.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
        const ends = [points[0]!, points.at(-1)!];
        return [...grids.values()]
          .filter((grid) => grid.name !== from && grid.name !== to && passes(ends, box({ ...grid, w: grid.w - 4 })))
          .map((grid) => `${id} through ${grid.name}`);
      });
    expect(through).toEqual([]);
  });

  test('every unit has a place, every use an edge, and within a band lines come after what they use', async () => {
    const { units } = await diagram(name);
    const { grids, edges } = await draw(name);
    expect([...grids.keys()].toSorted()).toEqual([...units.units.keys()].toSorted());
    expect(edges.map(({ id }) => id).toSorted()).toEqual(units.edges.map(({ id }) => id).toSorted());
    for (const { id, from, to } of edges) {
      const [source, target] = [grids.get(from)!, grids.get(to)!];
      expect(source.band, id).toBeLessThanOrEqual(target.band);
      if (source.band === target.band && source.column === target.column) {
        expect(source.below ? source.y > target.y : source.y < target.y, id).toBe(true);
      } else if (source.band === target.band) expect(source.x, id).toBeLessThan(target.x);
    }
  });
});

describe('batch norm', () => {
  test('fits the room in two bands, with room for every number, its samples side by side', async () => {
    const { width, height, grids, cell } = await draw('batch-norm');
    expect([width, height <= 652]).toEqual([711, true]);
    const band = (...of: string[]): number[] => of.map((each) => grids.get(each)!.band);
    expect(band('x', 'z1', 'n1.xhat', 'n1', 'L')).toEqual([0, 0, 0, 1, 1]);
    const tops = (...of: string[]): number => new Set(of.map((each) => Math.round(grids.get(each)!.y))).size;
    expect([tops('x', 'z1', 'n1.mean', 'n1.xhat'), tops('n1', 'a1', 'z2', 'l.log_p', 'l', 'L')]).toEqual([1, 1]);
    expect(cell.w).toBeGreaterThanOrEqual(43);
  });

  test('mean, variance and 1/σ stand one above the other, features above features', async () => {
    const { grids } = await draw('batch-norm');
    const stack = ['n1.mean', 'n1.var', 'n1.inv_std'].map((each) => grids.get(each)!);
    expect(stack.map(({ rows, columns }) => [rows, columns])).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
    ]);
    expect(new Set(stack.map(({ x }) => x)).size).toBe(1);
    expect(stack.map(({ y }) => y)).toEqual(stack.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  test('what is given stands below the line that uses it, weights below what they weigh', async () => {
    const { grids } = await draw('batch-norm');
    const column = (name: string): number => grids.get(name)!.column;
    const pairs = [
      ['b1', 'z1'],
      ['gamma', 'n1'],
      ['beta', 'n1'],
      ['eps', 'n1.var'],
      ['W1', 'x'],
      ['W2', 'a1'],
      ['y', 'l'],
    ];
    expect(pairs.filter(([given = '', host = '']) => column(given) !== column(host))).toEqual([]);
  });

  test('is low and scrolls where there is no height', async () => {
    const { width, height, grids } = await draw('batch-norm', rooms[3]);
    expect(width).toBeGreaterThan(328);
    expect(height).toBeLessThan(265);
    expect(new Set([...grids.values()].map(({ band }) => band)).size).toBe(1);
    expect(grids.get('y')!.column).toBe(grids.get('l')!.column - 1);
  });
});

test('a small program is enlarged to fill its room', async () => {
  const { zoom, width } = await draw('softmax-cross-entropy');
  expect(zoom).toBeGreaterThan(1.2);
  expect(Math.round(width * zoom!)).toBe(711);
});
