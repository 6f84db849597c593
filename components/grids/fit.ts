import { columnsOf } from './columns.js';
import { layout, type Picture } from './layout.js';
import type { Units } from './units.js';

/** How much a small program is enlarged, at most. */
const most = 1.3;

/**
 * Laid out for a width and, if there is more of it, a height (0: as low as can be). A small program is drawn larger,
 * as far as it still fits.
 */
export function pictureFor(units: Units, width: number, height: number): Picture {
  const columns = columnsOf(units);
  const picture = layout(units, columns, { width, height });
  if (height === 0 || picture.width > width) return picture;
  const zoom = Math.min(most, width / picture.needs, height / picture.height);
  return zoom < 1.02 ? picture : { ...layout(units, columns, { width: width / zoom, height: height / zoom }), zoom };
}
