import { unsafeCSS } from 'lit';
import sheet from 'katex/dist/katex.min.css?raw';

/** KaTeX's own rules without the font faces: inside a shadow root an @font-face never loads. */
export const katexStyles = unsafeCSS(sheet.replace(/@font-face\{[^}]*\}/g, ''));
