import { textWidth } from '../network/geometry.js';
import { symbolParts, type Piece } from '../formula/symbol-parts.js';
import type { Unit } from './units.js';

/** Font sizes, the same as in the styles. */
export const fonts = { name: 16, script: 11, shape: 11.5, value: 12, tight: 10.5 } as const;

/** A shape as it is read: `4 × 3`. Nothing for a scalar. */
export const shapeText = ({ shape }: Unit): string => shape.join(' × ');

const widthOf = (pieces: readonly Piece[], size: number): number =>
  textWidth(pieces.map(({ text }) => text).join(''), size) * 0.9;

/** How wide a unit's symbol is. */
function symbolWidth(name: string): number {
  const { base, above, below } = symbolParts(name);
  return widthOf(base, fonts.name) + Math.max(widthOf(above, fonts.script), widthOf(below, fonts.script));
}

/** How wide a unit's caption is: its symbol, and its shape behind it. */
export function captionWidth(unit: Unit): number {
  let width = widths.get(unit);
  if (width === undefined) {
    const shape = shapeText(unit);
    width = symbolWidth(unit.name) + (shape ? 7 + textWidth(shape, fonts.shape) * 0.95 : 0);
    widths.set(unit, width);
  }
  return width;
}

const widths = new WeakMap<Unit, number>();
