import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../host.js';
import { debian } from '../needs.js';
import { run } from '../run.js';

/** Which Python it runs in, and what is installed there, only Sphinx itself knows. */
async function findSphinx(): Promise<void> {
  const out = await mkdtemp(join(tmpdir(), 'backprop-tutor-'));
  const configuration = ['-C', '-D', 'extensions=myst_parser'];
  await run(['sphinx-build', '-q', '-b', 'dummy', ...configuration, 'test/hosts/sphinx', out]).finally(() =>
    rm(out, { recursive: true }),
  );
}

export const sphinx: Host = {
  name: 'sphinx',
  needs: [debian(findSphinx, ['python3-sphinx', 'python3-myst-parser'])],
  tutor: '_static/backprop-tutor',
  async build(site) {
    await run(['sphinx-build', '-W', '-b', 'html', '.', '_build'], site);
    return join(site, '_build');
  },
  navigation: 'page',
};
