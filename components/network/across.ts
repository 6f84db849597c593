import type { Columns, Slot } from './columns.js';
import { labelSize, type Room } from './sizes.js';

/** Something that takes room in a column: a box, a name, a passing edge. */
export interface Block {
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The room left around the picture. */
export const margin = 4;

/** The centres of the columns: what the width allows, most of it for edges that carry labels. */
export function columnCentres(
  widths: readonly number[],
  blocks: readonly (readonly Block[])[],
  columns: Columns,
  { width, compact }: Room,
): readonly number[] {
  const labels = labelWidths(columns, compact);
  const gaps = widths.slice(1).map((right, i) => {
    const left = widths[i]!;
    const label = Math.max(0, ...columns.columns[i]!.map((slot) => labels.get(slot) ?? 0));
    const apart = distance(blocks[i]!, blocks[i + 1]!) - (left + right) / 2;
    // Where nothing stands at the same height, the next column may move in: a sum between its terms.
    if (compact && label === 0 && apart === -Infinity)
      return { least: -0.3 * Math.min(left, right), most: 16, share: 1 };
    return label > 0
      ? { least: Math.max(apart, label + (compact ? 12 : 20)), most: 160, share: 3 }
      : { least: Math.max(apart, compact ? 12 : 30), most: compact ? 40 : 80, share: 1 };
  });
  const spare = Math.max(0, width - 2 * margin - sum(widths) - sum(gaps.map(({ least }) => least)));
  const shares = sum(gaps.map(({ share }) => share));
  let x = 0;
  return widths.map((w, i) => {
    const centre = x + w / 2;
    const gap = gaps[i];
    if (gap) x += w + Math.max(gap.least, Math.min(gap.most, gap.least + (spare * gap.share) / shares));
    return centre;
  });
}

/** How far apart the centres of two columns must be so that nothing at the same height touches. */
function distance(left: readonly Block[], right: readonly Block[]): number {
  const needs = left.flatMap((a) =>
    right.filter((b) => Math.abs(a.y - b.y) < (a.h + b.h) / 2 + 3).map((b) => (a.w + b.w) / 2 + 5),
  );
  return Math.max(-Infinity, ...needs);
}

function labelWidths({ ways }: Columns, compact: boolean): ReadonlyMap<Slot, number> {
  const widths = new Map<Slot, number>();
  for (const [{ by }, way] of ways) {
    if (by === undefined) continue;
    const { w } = labelSize(by, compact);
    for (const slot of way.slice(0, -1)) widths.set(slot, Math.max(widths.get(slot) ?? 0, w));
  }
  return widths;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
