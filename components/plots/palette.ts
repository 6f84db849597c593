import { css, unsafeCSS } from 'lit';

/**
 * The colours of lines that stand for choices, light and dark: apart from each other, and from the colours that have a
 * meaning in formulas. Each has at least 3:1 on paper and card; a test computes it.
 */
export const lineColours = [
  ['#7a3fb5', '#c8a2f5'],
  ['#00776c', '#4fd0c0'],
  ['#b3266f', '#f78fc4'],
  ['#7a6400', '#d9c04c'],
  ['#1d1c1a', '#ece9e2'],
] as const satisfies readonly (readonly [light: string, dark: string])[];

/** Dashes, as SVG writes them; none for the first. */
export const dashes = ['', '7 4', '2 4', '9 3 2 3', '14 5'] as const;

/** Markers around the origin, 5 px to each side. */
export const shapes = {
  circle: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z',
  square: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
  triangle: 'M0 -5.5L5.5 4.5H-5.5Z',
  diamond: 'M0 -6.2L6.2 0L0 6.2L-6.2 0Z',
  cross: 'M-2 -6H2V-2H6V2H2V6H-2V2H-6V-2H-2Z',
} as const;

/** How one line is told from the others: by colour, by dashes and by the shape of its markers. */
export interface LineStyle {
  readonly colour: number;
  readonly dash: string;
  readonly shape: string;
}

/** The style of a line by its place. From the sixth on, colours meet other dashes and shapes. */
export function lineStyle(place: number): LineStyle {
  const [turn, colour] = [Math.floor(place / lineColours.length), place % lineColours.length];
  const other = (colour + turn) % lineColours.length;
  return { colour, dash: dashes[other]!, shape: Object.values(shapes)[other]! };
}

const rules = lineColours.map(([light, dark], i) => `.line-${i} { --_line-colour: light-dark(${light}, ${dark}); }`);

/** Classes `line-0`, `line-1`, … that set `--_line-colour`. */
export const lineStyles = css`
  ${unsafeCSS(rules.join('\n'))}
`;
