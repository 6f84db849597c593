import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, execPath } from 'node:process';
import { findChromium, isRoot } from './find-browser.js';

const advice =
  'Install Google Chrome or Chromium (or run `npx playwright install chromium`), or set CHROME_PATH to one, and run the tests again.';

/** The browser the tests use, installed first where there is none. Throws one sentence that says what to install. */
export function requireChromium(): string {
  if (env.CHROME_PATH)
    return starting(env.CHROME_PATH) ?? fail(`CHROME_PATH is ${env.CHROME_PATH}, which does not start.`);
  return (
    starting(findChromium()) ?? installFromPlaywright() ?? installFromDebian() ?? fail('The tests need a browser.')
  );
}

function installFromPlaywright(): string | undefined {
  console.log('No Chrome or Chromium found: asking Playwright for one.');
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
  run(execPath, join(playwright, 'cli.js'), 'install', 'chromium');
  return starting(findChromium());
}

function installFromDebian(): string | undefined {
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined;
  console.log('Playwright gave none that starts: installing the chromium package.');
  if (run('apt-get', 'update')) run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium');
  return ['/usr/bin/chromium'].find(starting);
}

/** The path, if the program there starts: a browser without its system libraries does not. */
function starting(path: string | undefined): string | undefined {
  if (!path) return undefined;
  // On Windows, Chrome opens a window instead of printing its version.
  if (process.platform === 'win32') return path;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0 ? path : undefined;
}

function run(program: string, ...args: string[]): boolean {
  const options = { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  return spawnSync(program, args, options).status === 0;
}

function fail(reason: string): never {
  throw new Error(`${reason} ${advice}`);
}
