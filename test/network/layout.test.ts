import { beforeAll, describe, expect, test } from 'vitest';
import { near, passes, type Box } from '../../components/network/geometry.js';
import { layout, type Picture, type PictureNode } from '../../components/network/layout.js';
import { drawable, programs, type ProgramName } from './programs.js';

const rooms = [
  { width: 640, compact: false },
  { width: 328, compact: true },
] as const;
const names = Object.keys(programs) as ProgramName[];

const draw = async (name: ProgramName, room: (typeof rooms)[number] = rooms[0]): Promise<Picture> =>
  layout(await drawable(name), room);
const node = ({ nodes }: Picture, id: string): PictureNode => nodes.find((each) => each.id === id)!;
const round = (value: number): number => Math.round(value);

// The first program brings in the parser, which takes its time on a busy machine.
beforeAll(() => drawable('a single neuron'), 60_000);

/** Everything written or drawn that must not touch anything else, by name. */
function occupied({ nodes, edges }: Picture): readonly (readonly [string, Box])[] {
  return [
    ...nodes.map(({ id, x, y, w, h, above }) => [id, { x, y: y - above / 2, w, h: h + above }] as const),
    ...edges.flatMap(({ id, label }) => (label && !label.spare ? [[`label of ${id}`, label] as const] : [])),
  ];
}

describe.each(names)('%s', (name) => {
  test.each(rooms)('nothing overlaps at $width px', async (room) => {
    const boxes = occupied(await draw(name, room));
    const clashes = boxes.flatMap(([a, box], i) =>
      boxes
        .slice(i + 1)
        .filter(([, other]) => near(box, other, -0.5))
        .map(([b]) => `${a} and ${b}`),
    );
    expect(clashes).toEqual([]);
  });

  test.each(rooms)('no edge runs through a node at $width px', async (room) => {
    const { nodes, edges } = await draw(name, room);
    const through = edges.flatMap(({ id, line, source, target }) =>
      nodes
        .filter((each) => each.id !== source && each.id !== target)
        .filter(({ x, y, w, h }) => passes(line, { x, y, w: w - 4, h: h - 4 }))
        .map((each) => `${id} through ${each.id}`),
    );
    expect(through).toEqual([]);
  });

  test.each(rooms)('everything is inside the frame at $width px', async (room) => {
    const { x, y, width, height, nodes, edges } = await draw(name, room);
    const points = edges.flatMap(({ line }) => line);
    const corners = nodes.flatMap((each) => [
      { x: each.x - each.w / 2, y: each.y - each.h / 2 - each.above },
      { x: each.x + each.w / 2, y: each.y + each.h / 2 },
    ]);
    const outside = [...points, ...corners].filter(
      (point) => !(point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height),
    );
    expect(outside).toEqual([]);
    expect(width).toBeGreaterThanOrEqual(room.width);
  });

  test('every variable has a place, every use an edge, and edges lead to the right', async () => {
    const program = await drawable(name);
    const { nodes, edges } = await draw(name);
    const placed = new Set([...nodes.flatMap(({ variables }) => variables), ...edges.flatMap(({ by }) => by ?? [])]);
    const wanted = [...program.program.given, ...program.program.lines.map((line) => line.name)];
    expect(wanted.filter((each) => !placed.has(each))).toEqual([]);
    expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
    expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
    for (const { line } of edges) {
      if (line.length > 0) expect(line.at(-1)!.x).toBeGreaterThanOrEqual(line[0]!.x);
    }
  });
});

test('mazur: neurons merge, columns and rows are where one expects them, no label is missing', async () => {
  const picture = await draw('mazur, shared biases');
  const column = (...ids: string[]) => new Set(ids.map((id) => round(node(picture, id).x))).size;
  const row = (...ids: string[]) => new Set(ids.map((id) => round(node(picture, id).y))).size;
  expect(picture.nodes.filter(({ kind }) => kind === 'unit').map(({ variables }) => variables)).toEqual([
    ['net_h1', 'out_h1'],
    ['net_h2', 'out_h2'],
    ['net_o1', 'out_o1'],
    ['net_o2', 'out_o2'],
    ['E_o1'],
    ['E_o2'],
  ]);
  expect(['i1', 'out_h1', 'out_o1', 'E_o1', 'L'].map((id) => node(picture, id).column)).toEqual([0, 1, 2, 3, 4]);
  expect([column('i1', 'i2'), column('out_h1', 'out_h2'), column('E_o1', 'E_o2')]).toEqual([1, 1, 1]);
  expect([row('i1', 'out_h1', 'out_o1', 'E_o1'), row('i2', 'out_h2', 'out_o2', 'E_o2')]).toEqual([1, 1]);
  expect(round(node(picture, 'L').y)).toBe(round((node(picture, 'E_o1').y + node(picture, 'E_o2').y) / 2));
  expect(row('b1@0', 'b2@1')).toBe(1);
  expect(picture.width).toBe(640);
  expect(picture.edges.filter(({ label }) => label?.spare)).toEqual([]);
  expect(picture.edges.filter(({ by }) => by).map(({ from, to, by }) => `${by}: ${from} to ${to}`)).toEqual([
    'w1: i1 to net_h1',
    'w2: i2 to net_h1',
    'w3: i1 to net_h2',
    'w4: i2 to net_h2',
    'w5: out_h1 to net_o1',
    'w6: out_h2 to net_o1',
    'w7: out_h1 to net_o2',
    'w8: out_h2 to net_o2',
  ]);
});

test.each(['mazur, shared biases', 'mazur, a bias per neuron'] as const)(
  '%s fits a phone, with every label',
  async (name) => {
    const picture = await draw(name, rooms[1]);
    expect(picture.width).toBe(328);
    expect(picture.height).toBeLessThan(215);
    expect(picture.edges.filter(({ label }) => label?.spare)).toEqual([]);
  },
);

test('labels: common endings name a neuron and shorten its target', async () => {
  const mazur = await draw('mazur, shared biases');
  expect(node(mazur, 'out_h1')).toMatchObject({ label: 'h₁', rows: ['net', 'out'] });
  expect(node(mazur, 'target_o1@E_o1')).toMatchObject({ label: 'target', kind: 'target', stands: { beside: 'E_o1' } });
  const chain = await draw('a chain of 10');
  expect(node(chain, 'a1')).toMatchObject({ label: 'a₁', rows: ['z₁', 'a₁'] });
});

test('a weight used twice labels each of its edges, and has a node where it is used otherwise', async () => {
  const { edges, nodes } = await draw('a weight used twice');
  expect(edges.filter(({ by }) => by === 'w').map(({ id }) => id)).toEqual(['x1>h1*w', 'x2>h2*w']);
  expect(nodes.filter(({ variables }) => variables[0] === 'w').map(({ id }) => id)).toEqual(['w']);
});

test('several edges between the same two nodes run apart', async () => {
  const { edges } = await draw('two ways between two nodes');
  const middles = edges
    .filter(({ source }) => source === 'x')
    .map(({ line }) => round(line[Math.floor(line.length / 2)]!.y));
  expect(new Set(middles).size).toBe(3);
});

test('one line, one variable is a node and an edge', async () => {
  const { nodes, edges } = await draw('one line, one variable');
  expect(nodes.map(({ id, kind }) => [id, kind])).toEqual([
    ['theta', 'parameter'],
    ['L', 'loss'],
  ]);
  expect(edges.map(({ id }) => id)).toEqual(['theta>L']);
});
