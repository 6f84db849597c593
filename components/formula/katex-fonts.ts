import ams from 'katex/dist/fonts/KaTeX_AMS-Regular.woff2?url';
import caligraphic from 'katex/dist/fonts/KaTeX_Caligraphic-Regular.woff2?url';
import mainBold from 'katex/dist/fonts/KaTeX_Main-Bold.woff2?url';
import mainItalic from 'katex/dist/fonts/KaTeX_Main-Italic.woff2?url';
import main from 'katex/dist/fonts/KaTeX_Main-Regular.woff2?url';
import mathBold from 'katex/dist/fonts/KaTeX_Math-BoldItalic.woff2?url';
import math from 'katex/dist/fonts/KaTeX_Math-Italic.woff2?url';
import size1 from 'katex/dist/fonts/KaTeX_Size1-Regular.woff2?url';
import size2 from 'katex/dist/fonts/KaTeX_Size2-Regular.woff2?url';
import size3 from 'katex/dist/fonts/KaTeX_Size3-Regular.woff2?url';
import size4 from 'katex/dist/fonts/KaTeX_Size4-Regular.woff2?url';
import typewriter from 'katex/dist/fonts/KaTeX_Typewriter-Regular.woff2?url';

/** The faces that lessons use; Fraktur, script and sans-serif letters fall back to the page's fonts. */
const faces: readonly (readonly [family: string, url: string, weight?: string, style?: string])[] = [
  ['KaTeX_Main', main],
  ['KaTeX_Main', mainBold, '700'],
  ['KaTeX_Main', mainItalic, '400', 'italic'],
  ['KaTeX_Math', math, '400', 'italic'],
  ['KaTeX_Math', mathBold, '700', 'italic'],
  ['KaTeX_Size1', size1],
  ['KaTeX_Size2', size2],
  ['KaTeX_Size3', size3],
  ['KaTeX_Size4', size4],
  ['KaTeX_AMS', ams],
  ['KaTeX_Caligraphic', caligraphic],
  ['KaTeX_Typewriter', typewriter],
];

let added = false;

/** Announce KaTeX's fonts to the document, once. The browser fetches a face when a formula first needs it. */
export function addKatexFonts(): void {
  if (added) return;
  added = true;
  for (const [family, url, weight = '400', style = 'normal'] of faces) {
    // A page that shows KaTeX itself has these faces already; they are the same files.
    if ([...document.fonts].some((face) => unquoted(face.family) === family && sameFace(face, weight, style))) continue;
    document.fonts.add(
      new FontFace(family, `url("${new URL(url, import.meta.url).href}")`, { weight, style, display: 'swap' }),
    );
  }
}

const unquoted = (family: string): string => family.replace(/["']/g, '');
const sameFace = (face: FontFace, weight: string, style: string): boolean =>
  face.style === style && face.weight.replace('normal', '400').replace('bold', '700') === weight;
