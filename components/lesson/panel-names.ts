/** The parts of a lesson that a page may choose from, in the order in which they stand. */
export const panelNames = [
  'bar',
  'diagram',
  'derivation',
  'prose',
  'controls',
  'plots',
  'values',
  'gradients',
  'published',
  'training',
  'program',
] as const;
export type PanelName = (typeof panelNames)[number];

/** What stands in other people's pages unless they say otherwise: the tables would be longer than the page's own text. */
const usual = 'bar diagram derivation prose controls';

/**
 * Which parts to show.
 * @param text names with spaces between them; `all`; nothing for the usual ones
 */
export function panelsIn(text: string): { readonly shown: ReadonlySet<string>; readonly unknown: readonly string[] } {
  const words = (text.trim() || usual).split(/[\s,]+/);
  const known: readonly string[] = [...panelNames, 'all', 'formula'];
  return {
    shown: new Set(words.includes('all') ? panelNames : words),
    unknown: words.filter((word) => !known.includes(word)),
  };
}
