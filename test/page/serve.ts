import { existsSync } from 'node:fs';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built page is served, ending in a slash. */
    siteUrl: string;
  }
}

// A folder inside a host, not its root: the site must work wherever it is put.
const base = '/some/where/';

/** Serve dist/site for the tests that drive the built page. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync('dist/site/index.html'))
    throw new Error('These tests drive the built page: run `npm run build` first.');
  const server = await preview({
    base,
    // No single-page fallback: a missing file must answer 404, as on a static host.
    appType: 'mpa',
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  project.provide('siteUrl', `http://127.0.0.1:${address.port}${base}`);
  return () => server.close();
}
