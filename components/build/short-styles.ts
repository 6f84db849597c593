import type { Plugin } from 'vite';

/** Comments, white space and last semicolons in the elements' styles: for whoever reads the source, not for the page. */
export function shortStyles(): Plugin {
  return {
    name: 'short-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/components\/.*\.ts$/, code: 'css`' },
      handler: (code) => ({ code: code.replace(/(?<=\bcss`)[^`]*/g, shorten), map: null }),
    },
  };
}

/** Strings are left as they are. */
const shorten = (css: string): string =>
  css
    .replace(/("[^"]*"|'[^']*')|\/\*[^]*?\*\/|\s*([{};,])\s*|\s+/g, (_, text?: string, sign?: string) => {
      return text ?? sign ?? ' ';
    })
    .replaceAll(';}', '}');
