import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { env } from 'node:process';
import { preview } from 'vite';
import type { Host } from './host.js';

/** The built tutor. */
const tutor = env.TUTOR_SITE ?? 'dist/site';

/** What stands in a host's folder and is no part of the site. */
const ours = ['host.ts', 'README.md', 'node_modules'];

/** A host's site, built and served. */
export interface ServedSite {
  /** Ends in a slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Copy a host's folder, put the tutor into it as its README says, build it and serve what comes out at `/notes/`. */
export async function serveHost({ name, tutor: place, modules, build }: Host): Promise<ServedSite> {
  const site = await mkdtemp(join(tmpdir(), `backprop-tutor-${name}-`));
  const clear = (): Promise<void> => rm(site, { recursive: true, force: true });
  try {
    const isTheirs = (path: string): boolean => !ours.includes(basename(path));
    await cp(join('test', 'hosts', name), site, { recursive: true, filter: isTheirs });
    await cp(tutor, join(site, place), { recursive: true });
    if (modules) await symlink(resolve(modules), join(site, 'node_modules'), 'junction');
    const served = await serve(await build(site));
    return { url: served.url, close: () => served.close().then(clear) };
  } catch (error) {
    await clear();
    throw error;
  }
}

async function serve(folder: string): Promise<ServedSite> {
  const server = await preview({
    configFile: false,
    root: folder,
    base: '/notes/',
    build: { outDir: '.' },
    // No single-page fallback: a missing file must answer 404, as on a static host.
    appType: 'mpa',
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port.');
  return { url: `http://127.0.0.1:${address.port}/notes/`, close: () => server.close() };
}
