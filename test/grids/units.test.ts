import { beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../components/grids/cells.js';
import { drawsGrids } from '../../components/grids/draws-grids.js';
import { elementRows } from '../../components/grids/elements.js';
import { pictureFor } from '../../components/grids/fit.js';
import { symbolParts, type SymbolParts } from '../../components/formula/symbol-parts.js';
import { cellOf, variableAt, type Unit } from '../../components/grids/units.js';
import { placesFor, windowAt } from '../../components/grids/windows.js';
import { drawable } from '../network/programs.js';
import { diagram, names } from './programs.js';

beforeAll(() => diagram('a layer'), 60_000);

const sizes = async (name: string, ...of: string[]): Promise<unknown[]> => {
  const { units } = (await diagram(name)).units;
  return of.map((each) => [units.get(each)!.rows, units.get(each)!.columns]);
};

describe('units', () => {
  test('a vector of features lies, one of samples stands', async () => {
    expect(await sizes('batch-norm', 'b1', 'gamma', 'n1.mean', 'b2')).toEqual([
      [1, 3],
      [1, 3],
      [1, 3],
      [1, 2],
    ]);
    expect(await sizes('batch-norm', 'y', 'l')).toEqual([
      [4, 1],
      [4, 1],
    ]);
    expect(await sizes('layer norm of a batch', 'n.mean', 'gamma', 'b')).toEqual([
      [3, 1],
      [1, 4],
      [1, 4],
    ]);
  });

  test('without a batch all vectors stand', async () => {
    expect(await sizes('softmax-cross-entropy', 'x', 's', 'b', 'p', 't', 'L')).toEqual([
      [4, 1],
      [3, 1],
      [3, 1],
      [3, 1],
      [3, 1],
      [1, 1],
    ]);
  });

  test('have a kind and know the block they are inside of', async () => {
    const { units } = (await diagram('batch-norm')).units;
    expect(['x', 'y', 'W1', 'eps', 'z1', 'L'].map((each) => units.get(each)!.kind)).toEqual([
      'input',
      'target',
      'parameter',
      'constant',
      'line',
      'loss',
    ]);
    expect(['n1.mean', 'l.log_p', 'n1'].map((each) => units.get(each)!.within)).toEqual(['n1', 'l', undefined]);
    expect(units.has('rate')).toBe(false);
  });

  test('edges follow who uses whom, labels included', async () => {
    const { edges } = (await diagram('batch-norm')).units;
    const into = (name: string): string[] => edges.filter(({ to }) => to === name).map(({ from }) => from);
    expect(into('n1.xhat').toSorted()).toEqual(['n1.inv_std', 'n1.mean', 'z1']);
    expect(into('z1')).toEqual(['x', 'W1', 'b1']);
    expect(into('l').toSorted()).toEqual(['l.log_p', 'y']);
  });

  test.each(names)('%s: every element has a cell of its own', async (name) => {
    const { units, setup } = await diagram(name);
    for (const unit of units.units.values()) {
      const found = new Set<string>();
      for (let row = 0; row < unit.rows; row++) {
        for (let column = 0; column < unit.columns; column++) {
          const variable = variableAt(unit, row, column);
          expect(cellOf(unit, variable)).toEqual([row, column]);
          found.add(variable);
        }
      }
      const tensor = setup.program.tensors?.get(unit.name);
      expect(found.size).toBe(tensor ? tensor.shape.reduce((a, b) => a * b, 1) : 1);
    }
  });

  test('of more than two axes, all but the last run down', () => {
    const unit: Unit = { name: 'h', kind: 'line', shape: [2, 3, 4], rows: 6, columns: 4 };
    expect([variableAt(unit, 0, 0), variableAt(unit, 2, 3), variableAt(unit, 3, 1)]).toEqual([
      'h[1,1,1]',
      'h[1,3,4]',
      'h[2,1,2]',
    ]);
    expect(cellOf(unit, 'h[2,1,2]')).toEqual([3, 1]);
  });
});

describe('columns', () => {
  test('run from the inputs to the loss; the inner quantities of a block stand alone', async () => {
    const { columns } = await diagram('batch-norm');
    expect(columns.map(({ main }) => main.map(({ name }) => name).join(' '))).toEqual([
      'x',
      'z1',
      'n1.mean n1.var n1.inv_std',
      'n1.xhat',
      'n1',
      'a1',
      'z2',
      'l.log_p l.p',
      'l',
      'L',
    ]);
  });

  test('statistics of samples stand side by side', async () => {
    const { columns } = await diagram('layer norm of a batch');
    const inner = columns
      .filter(({ within }) => within === 'n')
      .map(({ main }) => main.map(({ name }) => name).join(' '));
    expect(inner).toEqual(['n.mean', 'n.var', 'n.inv_std', 'n.xhat']);
  });
});

describe('large tensors', () => {
  test.each([0, 1, 3, 4, 30, 59, 60, 63])(
    'show the ends of an axis and what is next to place %i, always as many',
    (at) => {
      const shown = windowAt(64, at);
      const indices = shown.filter((each) => each !== undefined);
      expect(shown.length).toBe(placesFor(64));
      expect(indices).toEqual(expect.arrayContaining([0, at, 63].concat(at > 0 ? at - 1 : [], at < 63 ? at + 1 : [])));
      expect(indices).toEqual(indices.toSorted((a, b) => a - b));
    },
  );

  test('are drawn in few cells, around the elements in question', async () => {
    const { units, graph } = await diagram('large layers');
    const picture = pictureFor(units, 711, 652);
    const { cells, omissions } = cellsOf(picture, ['W1[40,20]', 'z1[40]'], graph.unitOf);
    expect(cells.size).toBeLessThan(150);
    expect(omissions.length).toBeGreaterThan(0);
    for (const each of ['W1[40,20]', 'W1[39,21]', 'W1[64,64]', 'z1[40]', 'W2[1,1]'])
      expect(cells.has(each), each).toBe(true);
    expect(cells.has('W1[30,20]')).toBe(false);
    const far = cellsOf(picture, ['W1[1,1]'], graph.unitOf).cells;
    expect(far.get('W1[64,64]')).toMatchObject({ x: cells.get('W1[64,64]')!.x, y: cells.get('W1[64,64]')!.y });
  });

  test('stand in tables the same way', () => {
    expect(elementRows('v', [3])).toEqual([['v[1]', 'v[2]', 'v[3]']]);
    expect(elementRows('W', [2, 2])).toEqual([
      ['W[1,1]', 'W[1,2]'],
      ['W[2,1]', 'W[2,2]'],
    ]);
    const rows = elementRows('W', [64, 64], 'W[40,20]');
    expect([rows.length, rows[3]![3], rows[1]![0]]).toEqual([7, 'W[40,20]', undefined]);
  });
});

test('only programs with vectors or matrices are drawn as grids', async () => {
  expect(drawsGrids((await diagram('softmax-cross-entropy')).setup)).toBe(true);
  expect(drawsGrids(await drawable('mazur, shared biases'))).toBe(false);
});

describe('symbols', () => {
  const text = ({ base, above, below }: SymbolParts): string =>
    [base, above, below].map((pieces) => pieces.map((each) => each.text).join('')).join('|');
  test.each([
    ['W1', 'W||1'],
    ['gamma', 'γ||'],
    ['eps', 'ε||'],
    ['n1.mean', 'μ||'],
    ['n1.var', 'σ|2|'],
    ['n1.inv_std', 'σ|−1|'],
    ['n2.var', 'σ|2 (2)|'],
    ['n1.xhat', 'x\u0302||'],
    ['l.log_p', 'ln p||'],
    ['net_h1', 'net||h1'],
  ])('%s is %s', (name, expected) => {
    expect(text(symbolParts(name))).toBe(expected);
  });
});
