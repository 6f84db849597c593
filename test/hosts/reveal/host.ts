import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../host.js';

export const reveal: Host = {
  name: 'reveal',
  tutor: 'backprop-tutor',
  async build(site) {
    await cp('node_modules/reveal.js/dist', join(site, 'dist'), { recursive: true });
    return site;
  },
  darken: (page) => page.goto(new URL('dark.html', page.url()).href),
  slide: (page) =>
    page.evaluate(() => {
      const { Reveal } = globalThis as unknown as { Reveal: RevealApi };
      return Reveal.isPaused() ? undefined : Reveal.getIndices().h;
    }),
};

interface RevealApi {
  isPaused: () => boolean;
  getIndices: () => { h: number };
}
