import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * What lessons seldom write, to be left out of KaTeX's sources: a third of it. Where it is needed, what is left
 * throws, and the whole of KaTeX is loaded (see components/formula/render-formula.ts). A test compares the two.
 */
const seldom: Readonly<Record<string, RegExp>> = {
  'src/functions.ts': new RegExp(
    `^import "\\./(?:functions|environments)/(?:${[
      'accentunder arrow pmb cd color cr def enclose environment hbox href includegraphics phantom raisebox',
      'reflectbox rule sizing smash tag vcenter underline verb',
    ]
      .join(' ')
      .replaceAll(' ', '|')})";$`,
    'gm',
  ),
  // The letters and signs of the AMS fonts; blackboard bold among them.
  'src/symbols.ts': /^defineSymbol\(\w+, ams, .*$/gm,
  // Everything that comes from packages beside amsmath.
  'src/macros.ts': /^\/\/ mathtools\.sty$[^]*/m,
  'src/fontMetricsData.js':
    /^ {4}"(?:AMS|Caligraphic|Fraktur|Main-BoldItalic|Math-BoldItalic|SansSerif|Script|Typewriter)[^}]*\},$/gm,
  // All that stretches, apart from hats and braces.
  'src/stretchy.ts': /^ {4}"?(?!overbrace|underbrace)\S+: \[\[[^\]]*\],[^\]]*\],.*$/gm,
  'src/buildCommon.ts': /^ {4}oi+ntSize\d: .*$/gm,
  'src/svgGeometry.ts': /^ {4}(?!\w*brace|vec|widehat|widecheck|tilde)\w+: (?:doubleBrushStroke\()?`[^`]*`\)?,$/gm,
};

/** The built page gets KaTeX without what lessons seldom write; elsewhere it is whole. */
export function commonKatex(): Plugin {
  const folder = join(dirname(createRequire(import.meta.url).resolve('katex/package.json')));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return {
    name: 'common-katex',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^katex$/ }, handler: () => join(folder, 'katex.ts') },
    transform: {
      filter: { id: /\/katex\/(?:katex\.ts|src\/)/ },
      handler(code, id) {
        const file = id.slice(folder.length + 1);
        if (file === 'katex.ts') return { code: code.replace('= __VERSION__', `= '${version}'`), map: null };
        const pattern = seldom[file];
        if (!pattern) return undefined;
        const rest = code.replace(pattern, '');
        if (rest === code) this.error(`${file} of KaTeX ${version} has changed: see what to leave out of it.`);
        return { code: rest, map: null };
      },
    },
  };
}
