import { beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../components/grids/cells.js';
import { pictureFor } from '../../components/grids/fit.js';
import { lightOf, type Light } from '../../components/grids/light.js';
import { linePaths } from '../../components/grids/lines.js';
import { neighbour } from '../../components/grids/neighbour.js';
import { goTo, initialState, Reveal, traceOf, type LessonState } from '../../src/index.js';
import { readFile } from 'node:fs/promises';
import { readLesson } from '../../src/read-file.js';
import { diagram, type Diagram } from './programs.js';

let lit: (step: string, change?: Partial<LessonState>) => Light;
let shown: Diagram;

beforeAll(async () => {
  shown = await diagram('batch-norm');
  const lesson = await readLesson(await readFile('lessons/batch-norm.md', 'utf8'), 'batch-norm.md');
  const trace = traceOf(shown.setup as Parameters<typeof traceOf>[0]);
  lit = (ref, change = {}) => {
    const state = { ...goTo(initialState(lesson), ref), ...change };
    return lightOf({ step: trace.find(ref)!, state, trace }, shown.units.edges);
  };
}, 60_000);

const local = { view: 'local' } as const;
const withRole = ({ cells }: Light, role: string): string[] =>
  [...cells].flatMap(([name, each]) => (each === role ? name : [])).toSorted();
const lines = ({ lines: all }: Light, role: string): string[] =>
  [...all].flatMap(([id, each]) => (each.role === role ? id : [])).toSorted();

describe('a step lights', () => {
  test('forward what its line is computed from, labels included', () => {
    const light = lit('forward/z1[2,3]');
    expect(light.asked).toBe('z1[2,3]');
    expect(withRole(light, 'input')).toEqual(['W1[3,1]', 'W1[3,2]', 'b1[3]', 'x[2,1]', 'x[2,2]']);
    expect(lines(light, 'input').length).toBe(5);
    expect(withRole(lit('loss/l[2]'), 'input')).toEqual(['l.log_p[2,2]', 'y[2]']);
  });

  test('backward every path to the line it goes through, and from there whole edges to the loss', () => {
    const light = lit('backward/z1[3,2]', local);
    expect([...light.paths]).toEqual([
      ['n1.mean[2]', 1],
      ['n1.var[2]', 2],
      ['n1.xhat[3,2]', 3],
    ]);
    expect(withRole(light, 'upstream')).toEqual(['n1.mean[2]', 'n1.var[2]', 'n1.xhat[3,2]']);
    expect(lines(light, 'local')).toEqual(['z1[3,2]>n1.mean[2]', 'z1[3,2]>n1.var[2]']);
    expect(lines(light, 'input')).toEqual(['n1.inv_std[2]>n1.xhat[3,2]', 'z1[3,2]>n1.xhat[3,2]']);
    expect([...light.edges.keys()]).toEqual(
      expect.arrayContaining(['n1.mean>n1.var', 'n1.var>n1.inv_std', 'n1.xhat>n1', 'l>L']),
    );
    expect(light.edges.has('z2>l.p'), 'nothing of the loss comes from there').toBe(false);
  });

  test('in the whole chain every link of a path', () => {
    const light = lit('backward/n1.mean[1]');
    expect(lines(light, 'local')).toEqual(
      expect.arrayContaining(['n1.mean[1]>n1.xhat[1,1]', 'n1[1,1]>a1[1,1]', 'n1.mean[1]>n1.var[1]']),
    );
    expect(withRole(light, 'upstream')).toEqual(expect.arrayContaining(['a1[1,1]', 'n1.inv_std[1]']));
  });

  test('a path that passes on unchanged, as far as the gradient that it begins with', () => {
    const light = lit('backward/b1[1]');
    expect(lines(light, 'through')).toEqual(['b1[1]>z1[1,1]', 'b1[1]>z1[2,1]', 'b1[1]>z1[3,1]', 'b1[1]>z1[4,1]']);
  });

  test('only what it asks for while it is a question', () => {
    const light = lit('backward/W2[1,1]', { reveal: Reveal.question });
    expect([light.asked, light.cells.size, light.lines.size, light.edges.size]).toEqual(['W2[1,1]', 0, 0, 0]);
  });
});

describe('lines between cells', () => {
  const paths = (step: string, change?: Partial<LessonState>): readonly string[] => {
    const picture = pictureFor(shown.units, 711, 652);
    const { cells } = cellsOf(picture, [], shown.graph.unitOf);
    return linePaths(lit(step, change).lines.values(), cells, picture.edges).map(({ d }) => d);
  };

  test('are drawn for each pair, and never twice along the same gutter', () => {
    const all = paths('forward/z1[2,3]');
    expect(all.length).toBe(5);
    expect(new Set(all).size).toBe(5);
    // x[2,2] joins the line from x[2,1]; and the lines from W1 join both at z1.
    expect(all.filter((d) => /^M[^MLC]*L[^MLC]*$/.test(d)).length).toBe(1);
  });

  test('of samples run level', () => {
    const [d = ''] = paths('backward/n1[2,1]', local);
    const ys = [...d.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(6);
  });
});

describe('arrow keys lead', () => {
  const walk = (from: string, ...keys: string[]): string[] => {
    const { cells } = cellsOf(pictureFor(shown.units, 711, 652), [], shown.graph.unitOf);
    let at = cells.get(from);
    return keys.map((key) => (at = at && neighbour(cells, at, `Arrow${key}`))?.variable ?? 'nowhere');
  };

  test('from cell to cell, and on to the next unit', () => {
    expect(walk('x[2,1]', 'Right', 'Right', 'Right', 'Down', 'Left')).toEqual([
      'x[2,2]',
      'z1[2,1]',
      'z1[2,2]',
      'z1[3,2]',
      'z1[3,1]',
    ]);
    expect(walk('z1[4,2]', 'Down', 'Up')).toEqual(['b1[2]', 'z1[4,2]']);
    expect(walk('n1.mean[3]', 'Down', 'Down')).toEqual(['n1.var[3]', 'n1.inv_std[3]']);
  });

  test('at the end of a band to the next one, and at the end nowhere', () => {
    expect(walk('n1.xhat[2,3]', 'Right')).toEqual(['n1[1,1]']);
    expect(walk('n1[1,1]', 'Left')).toEqual(['n1.xhat[1,3]']);
    expect(walk('L', 'Right')).toEqual(['nowhere']);
  });
});
