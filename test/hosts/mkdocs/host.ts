import { join } from 'node:path';
import type { Host } from '../host.js';
import { debian } from '../needs.js';
import { run } from '../run.js';

async function findTheme(): Promise<void> {
  const help = await run(['mkdocs', 'build', '--help']);
  if (!/\bmaterial\b/.test(help)) throw new Error('MkDocs is there, its theme Material is not.');
}

export const mkdocs: Host = {
  name: 'mkdocs',
  needs: [debian(findTheme, ['mkdocs', 'mkdocs-material'])],
  tutor: 'docs/backprop-tutor',
  async build(site) {
    await run(['mkdocs', 'build', '--strict'], site);
    return join(site, 'site');
  },
  darken: (page) => page.locator('label[title="Dark theme"]').click(),
  navigation: 'script',
};
