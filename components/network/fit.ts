import type { Setup } from '../../src/index.js';
import { layout, type Picture } from './layout.js';

/** Narrower than this, the diagram is compact; from the other on, it is enlarged a little. */
const narrow = 420;
const roomy = 620;
const most = 1.12;
/** How much smaller it may be drawn before it scrolls instead. */
const least = 0.93;

/** Laid out for a width and, if there is more of it, a height; compact where it is narrow or the network would not fit. */
export function pictureFor(setup: Setup, width: number, height: number): Picture {
  if (width >= narrow) {
    const zoom = Math.min(most, Math.max(1, width / roomy));
    const room = { width: width / zoom, compact: false };
    const wide = layout(setup, room);
    const spare = height / zoom - wide.height;
    if (width / wide.width >= least) return spare > 0 ? layout(setup, { ...room, spare }) : wide;
  }
  return layout(setup, { width, compact: true });
}

/** How large a picture is drawn. 1 where it has to scroll. */
export function zoomOf(picture: Picture, width: number): number {
  const zoom = width / picture.width;
  return zoom < least ? 1 : zoom;
}
