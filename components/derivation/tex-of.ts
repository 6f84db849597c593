import type { Scene } from '../scene.js';
import { texNumber } from '../../src/index.js';
import { relation } from './chips.js';
import { plainTex } from './marks.js';
import { linesOf } from './typeset-step.js';

/** The current step as TeX to paste elsewhere: every symbolic line, and the result. */
export function texOf(scene: Scene): string {
  const { step, trace, state } = scene;
  const { left, lines } = linesOf(step, trace, state.view);
  const shown = scene.show(step.result);
  const end = shown ? [`${relation(scene, step.result) === '=' ? '=' : '\\approx'} ${texNumber(shown.plain).tex}`] : [];
  const rows = [...lines.map(({ tex }) => `= ${plainTex(tex)}`), ...end];
  return `${left} ${rows.join(' ')}`;
}
