import { isRoot } from '../tools/find-browser.js';
import type { Command, Host } from './host.js';
import { run } from './run.js';

/** Something that must be on the machine, and how it comes there. */
export interface Need {
  /** Settles well if it is there. */
  readonly check: () => Promise<unknown>;
  readonly install: Command;
}

/** What Debian's packages bring. */
export function debian(check: Need['check'], packages: readonly string[]): Need {
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', ...packages] as const;
  return { check, install: isRoot ? install : ['sudo', '--non-interactive', ...install] };
}

/** What the package.json of a host's own folder names. */
export function npmPackages(folder: string): Need {
  const npm = ['npm', '--prefix', folder] as const;
  return {
    check: () => run([...npm, 'ls']),
    install: [...npm, 'install', '--no-package-lock', '--no-audit', '--no-fund'],
  };
}

/**
 * See to it that a host has what it needs.
 * @returns what is missing and could not be installed, in words
 */
export async function provide({ needs = [] }: Pick<Host, 'needs'>): Promise<string | undefined> {
  for (const { check, install } of needs) {
    const isThere = (): Promise<boolean> =>
      check().then(
        () => true,
        () => false,
      );
    if (await isThere()) continue;
    console.log(`not there yet, so: ${install.join(' ')}`);
    await run(install).catch(() => undefined);
    if (!(await isThere())) return `\`${install.join(' ')}\` did not help`;
  }
  return undefined;
}
