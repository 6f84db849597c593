import type { Plugin } from 'vite';

/**
 * What lessons seldom write, to be left out of KaTeX's sources: a third of its weight. Where it is needed, what is left
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
  // The help of its command line.
  'src/Settings.ts': /^ {8}(?:description|cli|cliDescription): "[^]*?",$/gm,
  // The letters and signs of the AMS fonts; blackboard bold among them.
  'src/symbols.ts': /^defineSymbol\(\w+, ams, .*$/gm,
  // Everything that comes from packages beside amsmath.
  'src/macros.ts': /^\/\/ mathtools\.sty$[^]*/m,
  'src/fontMetricsData.js':
    /^ {4}"(?:AMS|Caligraphic|Fraktur|Main-BoldItalic|Math-BoldItalic|SansSerif|Script|Typewriter)[^}]*\},$/gm,
  // All that stretches, apart from a hat and braces.
  'src/stretchy.ts':
    /^ {4}"?(?!overbrace|underbrace)\S+: \[\[[^\]]*\],[^\]]*\],.*$|(?<=\["widehat"), "widecheck", "widetilde", "utilde"/gm,
  'src/buildCommon.ts': /^ {4}oi+ntSize\d: .*$/gm,
  'src/svgGeometry.ts': /^ {4}(?!\w*brace|vec|widehat)\w+: (?:doubleBrushStroke\()?`[^`]*`\)?,$/gm,
};

/** The built page gets KaTeX from its sources, without what lessons seldom write; elsewhere it is whole. */
export function commonKatex(): Plugin {
  return {
    name: 'common-katex',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^katex$/ },
      handler(_, importer) {
        return this.resolve('katex/katex.ts', importer);
      },
    },
    transform: {
      filter: { id: /\/node_modules\/katex\/(?:katex\.ts|src\/)/ },
      handler(code, id) {
        const [, file = ''] = id.split('/node_modules/katex/');
        // KaTeX's own build writes its version here.
        if (file === 'katex.ts') return { code: code.replace('__VERSION__;', "'';"), map: null };
        const pattern = seldom[file];
        if (!pattern) return undefined;
        const rest = code.replace(pattern, '');
        if (rest === code) this.error(`KaTeX has changed ${file}: choose anew what lessons seldom write.`);
        return { code: rest, map: null };
      },
    },
  };
}
