import type { Plugin } from 'vite';

/**
 * What lessons seldom write, to be left out of KaTeX's sources: a third of its weight. Where it is needed, what is left
 * throws, and the whole of KaTeX is loaded (see components/formula/render-formula.ts). A test compares the two.
 */
const seldom: Readonly<Record<string, RegExp>> = {
  'src/functions.ts': new RegExp(
    `^import "\\./(?:functions|environments)/(?:${[
      'accentunder arrow pmb cd color cr def enclose environment hbox href includegraphics mathchoice phantom raisebox',
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
  // Rare signs in Unicode; everything that comes from packages beside amsmath.
  'src/macros.ts': /^\/\/ Unicode stacked relations$[^]*?(?=^\/\/ LaTeX_2ε$)|^\/\/ mathtools\.sty$[^]*/gm,
  'src/fontMetricsData.js':
    /^ {4}"(?:AMS|Caligraphic|Fraktur|Main-BoldItalic|Math-BoldItalic|SansSerif|Script|Typewriter)[^}]*\},$/gm,
  // All that stretches, apart from a hat.
  'src/stretchy.ts': /^ {4}"?\S+: \[\[[^\]]*\],[^\]]*\],.*$|(?<=\["widehat"), "widecheck", "widetilde", "utilde"/gm,
  'src/buildCommon.ts': /^ {4}oi+ntSize\d: .*$/gm,
  'src/svgGeometry.ts': /^ {4}(?!vec|widehat)\w+: (?:doubleBrushStroke\()?`[^`]*`\)?,$/gm,
};

/** What KaTeX's own build does to its sources: a constant, and two files that it runs instead of shipping them. */
const builds: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
  'katex.ts': [[/__VERSION__(?=;$)/m, "''"]],
  'src/unicodeAccents.js': [[/^module\.exports =/m, 'export default']],
  'src/unicodeSymbols.js': [
    [/^const accents = require\((.*)\);$/m, 'import accents from $1;'],
    [/^module\.exports =/m, 'export default'],
    // Two accents on a letter that takes not even one make no sign; trying them all takes ten milliseconds.
    [/^(?= {8}for \(const accent2 of)/m, 'if (normalized.length > 1) continue;'],
  ],
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
        const edits = [...(builds[file] ?? []), ...(seldom[file] ? [[seldom[file], ''] as const] : [])];
        if (!edits.length) return undefined;
        const edited = edits.reduce((text, [from, to]) => text.replace(from, to), code);
        if (edits.some(([from]) => code.search(from) < 0))
          this.error(`KaTeX has changed ${file}: choose anew what lessons seldom write.`);
        return { code: edited, map: null };
      },
    },
  };
}
