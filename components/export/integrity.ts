import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exported as say } from '../words/export.js';
import { complain } from './arguments.js';

const entry = 'backprop-tutor.js';

/**
 * The tags with which a page runs the scripts of a built site only if they are unchanged: an import map with a hash for
 * each, since a script's own `integrity` says nothing of what it imports, and the line of the script itself.
 * @param base the address that the site's folder is served from
 */
export async function integrityTags(site: string, base: string | undefined): Promise<string> {
  if (base === undefined) return complain(say.noBase);
  if (!/^(https?:\/\/[^/\s]|\.{0,2}\/)[^\s"<>?#]*$/.test(base)) return complain(say.wrongBase(base));
  const folder = base.endsWith('/') ? base : `${base}/`;
  const files = await scriptsIn(site);
  const integrity: Record<string, string> = {};
  for (const file of files) integrity[folder + file] = await hashOf(join(site, file));
  return [
    `<script type="importmap">`,
    JSON.stringify({ integrity }, null, 2),
    `</script>`,
    `<script type="module" src="${folder}${entry}" integrity="${integrity[folder + entry]!}" crossorigin="anonymous"></script>`,
  ].join('\n');
}

async function scriptsIn(site: string): Promise<readonly string[]> {
  const files = await readdir(site, { recursive: true }).catch(() => [] as string[]);
  const scripts = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file.endsWith('.js'));
  return scripts.includes(entry) ? scripts.sort() : complain(say.noSite(site));
}

const hashOf = async (file: string): Promise<string> =>
  `sha384-${createHash('sha384')
    .update(await readFile(file))
    .digest('base64')}`;
