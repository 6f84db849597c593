import { join } from 'node:path';
import type { Host } from '../host.js';
import { debian } from '../needs.js';
import { run } from '../run.js';

export const hugo: Host = {
  name: 'hugo',
  needs: [debian(() => run(['hugo', 'version']), ['hugo'])],
  tutor: 'static/backprop-tutor',
  async build(site) {
    await run(['hugo'], site);
    return join(site, 'public');
  },
  alsoAt: ['shortcode/'],
  darken: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  navigation: 'page',
};
