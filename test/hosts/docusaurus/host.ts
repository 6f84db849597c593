import { join } from 'node:path';
import type { Host } from '../host.js';
import { npmPackages } from '../needs.js';
import { run } from '../run.js';

export const docusaurus: Host = {
  name: 'docusaurus',
  needs: [npmPackages('test/hosts/docusaurus')],
  modules: 'test/hosts/docusaurus/node_modules',
  tutor: 'static/backprop-tutor',
  async build(site) {
    await run([join('node_modules', '.bin', 'docusaurus'), 'build'], site);
    return join(site, 'build');
  },
  darken: (page) => page.getByRole('button', { name: /dark and light mode/ }).click(),
  navigation: 'script',
};
