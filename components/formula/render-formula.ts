import * as common from 'katex';

/** What is used of KaTeX; the types of its package leave the last out. */
interface Katex extends Pick<typeof common, 'render' | 'ParseError'> {
  readonly __renderToDomTree: (tex: string, settings: common.KatexOptions) => { toNode(): Node; toMarkup(): string };
}

/**
 * KaTeX without what lessons seldom write (components/build/common-katex.ts), where the page was built so; the whole
 * of it once a formula has needed it.
 */
let katex: Katex = {
  render: common.render,
  ParseError: common.ParseError,
  __renderToDomTree: (common as unknown as Katex).__renderToDomTree,
};
let isWhole = false;

/** Load the whole of KaTeX; formulas that could not be typeset before may be typeset then. */
export async function loadWholeKatex(): Promise<void> {
  katex = (await import('katex/dist/katex.mjs')) as Katex;
  isWhole = true;
}

/** Only term markers and classes may come from TeX: no links, images, ids or inline styles. */
const trusted = new Set(['\\htmlData', '\\htmlClass']);

const settings = (output: 'htmlAndMathml' | 'mathml'): common.KatexOptions => ({
  output,
  // A sign that the common part does not know, the whole may know.
  strict: (code) => (!isWhole && code === 'unknownSymbol' ? 'error' : 'ignore'),
  trust: ({ command }) => trusted.has(command),
  maxSize: 20,
});

/**
 * Typeset into an element, replacing what it shows. TeX that KaTeX cannot read is shown as it was written.
 * @returns whether this is final; otherwise {@link loadWholeKatex} and try again
 */
export function renderFormula(tex: string, into: HTMLElement, display: boolean): boolean {
  const source = sourceOf(tex, display);
  try {
    // KaTeX refuses to render in a page without a doctype, where its boxes would be wrong; MathML is right everywhere.
    if (document.compatMode === 'CSS1Compat') katex.render(source, into, settings('htmlAndMathml'));
    else into.replaceChildren(katex.__renderToDomTree(source, settings('mathml')).toNode());
  } catch (error) {
    into.replaceChildren(tex);
    if (!isWhole) return false;
    // Groups inside groups, ten thousand deep, are no formula either.
    if (!(error instanceof katex.ParseError || error instanceof RangeError)) throw error;
  }
  // KaTeX puts the space after a term inside it, where marks and highlights would cover it. Innermost first.
  for (const term of [...into.querySelectorAll('.enclosing')].reverse()) {
    const last = term.lastElementChild;
    if (last?.classList.contains('mspace')) term.after(last);
  }
  return true;
}

/** Where browsers set KaTeX's MathML worse than its boxes: a bar that does not stretch; no space in ln 2. */
const mended: readonly (readonly [from: RegExp, to: string])[] = [
  [/<mo fence="true">∣<\/mo>/g, '<mo fence="true" form="postfix">|</mo>'],
  [/<mo>\u2061<\/mo>(?=<m[^o])/g, '$&<mspace width="0.1667em"></mspace>'],
];

/**
 * A formula as MathML in one line of HTML, for where no script runs. It has no inline styles and no copy of the TeX.
 * What `\href{number:3}{…}` encloses carries `href="number:3"`, for the caller to replace: MathML keeps no other mark.
 * TeX that KaTeX cannot read stands there as it was written.
 */
export function mathmlOf(tex: string): string {
  const trust = ({ command, url }: { readonly command: string; readonly url?: string }): boolean =>
    trusted.has(command) || (command === '\\href' && /^number:\d+$/.test(url ?? ''));
  try {
    const markup = katex.__renderToDomTree(tex, { ...settings('mathml'), strict: 'ignore', trust }).toMarkup();
    const [, inside = ''] = /<semantics>(.*)<annotation/s.exec(markup) ?? [];
    return `<math>${mended.reduce((text, [from, to]) => text.replace(from, to), inside)}</math>`;
  } catch (error) {
    if (!(error instanceof katex.ParseError || error instanceof RangeError)) throw error;
    return `<code>${tex.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code>`;
  }
}

/** Large, but not KaTeX's display mode, which never breaks a line. */
const sourceOf = (tex: string, display: boolean): string => (display ? `\\displaystyle ${breakable(tex)}` : tex);

/** A product set side by side, (…)(…), may break between its parentheses. */
const breakable = (tex: string): string => tex.replaceAll('\\right)\\left(', '\\right)\\allowbreak\\left(');

/** What a formula looks like apart from the digits of its numbers: the same shape has the same boxes. */
export function shapeOf(tex: string): string {
  return tex.replace(/(\\htmlData\{term=\d+\}\{-?)[\d.]+\}/g, '$1#}');
}

/** Write new digits into a formula of the same shape. Costs a fiftieth of laying out the boxes again. */
export function replaceDigits(tex: string, into: HTMLElement, display: boolean): void {
  for (const [, term, digits] of tex.matchAll(/\\htmlData\{term=(\d+)\}\{-?([\d.]+)\}/g)) {
    const leaf = deepest(into.querySelector(`[data-term="${term}"]`)!);
    if (leaf.textContent !== digits) leaf.textContent = digits!;
  }
  const mathml = into.querySelector('.katex-mathml');
  if (!mathml) return;
  const fresh = document.createElement('span');
  katex.render(sourceOf(tex, display), fresh, settings('mathml'));
  mathml.replaceChildren(...fresh.querySelectorAll('math'));
}

/** The digits; a minus sign has a box of its own before them. */
function deepest(element: Element): Element {
  return element.lastElementChild ? deepest(element.lastElementChild) : element;
}
