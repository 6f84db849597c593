import { texNumber } from '../../src/index.js';
import { plainTex } from '../derivation/marks.js';
import type { Scene } from '../scene.js';
import { brokenLine } from './broken-line.js';
import { signsTex, type Equation } from './equation.js';

/** An equation as plain TeX. Of two lines or more, the signs stand below each other in `aligned`. */
export function equationTex({ left, rows, result }: Equation, scene: Scene): string {
  const lines = rows.flatMap(({ sign, joint, pieces }) => {
    const between = joint ? ` ${signsTex[joint]} ` : ' ';
    const [first = '', ...others] = brokenLine(pieces.map(({ tex }) => plainTex(tex)).join(between));
    return [`${signsTex[sign]} ${first}`, ...others.map((line) => `\\quad ${line}`)];
  });
  const shown = result && scene.show(result.ref);
  if (shown) lines.push(`${signsTex[result.sign]} \\mathbf{${texNumber(shown.plain).tex}}`);
  if (lines.length < 2) return `${left} ${lines.join('')}`.trim();
  return ['\\begin{aligned}', `${left} &${lines.join(' \\\\\n&')}`, '\\end{aligned}'].join('\n');
}
