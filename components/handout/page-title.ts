const sheet = new CSSStyleSheet();

/**
 * What a saved file is called, and what stands at the top of every printed page: a page's margins belong to the
 * document, not to an element.
 */
export function setPageTitle(title: string, running: readonly [left: string, right: string]): void {
  document.title = title;
  const [left, right] = running.map((text) => JSON.stringify(text.replace(/\s+/g, ' ')));
  const font = 'font: 8.5pt system-ui, sans-serif; color: #000;';
  sheet.replaceSync(
    `@page { @bottom-left { content: ${left}; ${font} } @bottom-right { content: ${right}; ${font} } }`,
  );
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
