import type { Scene } from '../scene.js';
import { texNumber } from '../../src/index.js';
import { relation } from './chips.js';
import { linesOf } from './typeset-step.js';

/** The current step as TeX to paste elsewhere: every symbolic line, and the result. */
export function texOf(scene: Scene): string {
  const { step, trace, state } = scene;
  const { left, lines } = linesOf(step, trace, state.view);
  const shown = scene.show(step.result);
  const end = shown ? [`${relation(scene, step.result) === '=' ? '=' : '\\approx'} ${texNumber(shown.plain).tex}`] : [];
  const rows = [...lines.map(({ tex }) => `= ${unmarked(tex)}`), ...end];
  return `${left} ${rows.join(' ')}`;
}

/** Without the markers that link terms to the page. */
function unmarked(tex: string): string {
  const marker = /\\html(?:Data|Class)\{[^}]*\}\{/;
  for (let text = tex; ;) {
    const found = marker.exec(text);
    if (!found) return text;
    const start = found.index + found[0].length;
    let depth = 1;
    let end = start;
    for (; depth > 0 && end < text.length; end++) depth += text[end] === '{' ? 1 : text[end] === '}' ? -1 : 0;
    text = text.slice(0, found.index) + text.slice(start, end - 1) + text.slice(end);
  }
}
