/** What a document of a whole lesson says: all of it; formulas with blanks to fill; or what belongs into the blanks. */
export const kinds = ['everything', 'worksheet', 'key'] as const;
export type Kind = (typeof kinds)[number];
