import { join } from 'node:path';
import type { Host } from '../host.js';
import { run } from '../run.js';

export const vitepress: Host = {
  name: 'vitepress',
  modules: 'node_modules',
  tutor: 'public/backprop-tutor',
  async build(site) {
    await run([join('node_modules', '.bin', 'vitepress'), 'build'], site);
    return join(site, '.vitepress', 'dist');
  },
  darken: (page) => page.getByRole('switch').first().click(),
  navigation: 'script',
};
