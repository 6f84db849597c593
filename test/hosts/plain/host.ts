import type { Host } from '../host.js';

export const plain: Host = {
  name: 'plain',
  tutor: 'backprop-tutor',
  build: (site) => site,
  alsoAt: ['strict.html'],
  darken: (page) => page.emulateMedia({ colorScheme: 'dark' }),
  navigation: 'page',
};
