import { elementOf, type Given, type Grid, type Role } from '../../../src/index.js';
import { symbol } from '../../../src/index.js';
import type { Scene } from '../../scene.js';
import { texNumber } from '../../../src/index.js';
import { words } from '../../words.js';
import type { Equation } from '../equation.js';
import { gridEquation } from '../matrix-equations.js';

/** The given numbers of one role: single ones, then vectors and matrices. */
export interface GivenGroup {
  readonly title: string;
  readonly singles: readonly Equation[];
  readonly tensors: readonly Equation[];
}

const roles: readonly Role[] = ['input', 'target', 'parameter', 'constant'];

/** All given numbers as they are at the scene's iteration. */
export function givenGroups(scene: Scene): readonly GivenGroup[] {
  const { given } = scene.setup;
  return roles.flatMap((role) => {
    const own = given.filter((each) => each.role === role);
    if (!own.length) return [];
    const isSingle = ({ name }: Given): boolean => elementOf(name).index.length === 0;
    const names = new Set(own.filter((each) => !isSingle(each)).map(({ name }) => elementOf(name).tensor));
    return [
      {
        title: words.values.roles[role][0],
        singles: own.filter(isSingle).map(({ name }) => single(scene, name)),
        tensors: [...names].map((name) => gridEquation(scene, gridOf(name, own))),
      },
    ];
  });
}

function single(scene: Scene, name: string): Equation {
  const shown = scene.show(name);
  const tex = shown ? texNumber(shown.plain).tex : `\\text{${words.derivation.noValue}}`;
  return {
    left: symbol(name),
    rows: [
      { sign: shown?.exact === false ? '≈' : '=', pieces: [{ tex: `\\htmlData{term=0}{${tex}}`, terms: [name] }] },
    ],
  };
}

function gridOf(tensor: string, given: readonly Given[]): Grid {
  const elements = given.map(({ name }) => name).filter((name) => elementOf(name).tensor === tensor);
  const { index } = elementOf(elements.at(-1)!);
  const width = index.length > 1 ? index.at(-1)! : 1;
  const cells = Array.from({ length: elements.length / width }, (_, i) => elements.slice(i * width, (i + 1) * width));
  return { ref: tensor, shape: index, cells };
}
