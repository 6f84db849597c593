/** Sizes in CSS pixels that the layout, the ways and the drawing share. */

/** Between cells: wide enough for a lit line to run along. */
export const gutter = 5;
/** A unit's name and shape, above its cells. */
export const captionHeight = 18;
