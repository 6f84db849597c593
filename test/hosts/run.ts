import { execFile } from 'node:child_process';
import { env, platform } from 'node:process';
import { promisify } from 'node:util';
import type { Command } from './host.js';

const execute = promisify(execFile);

/** Generators that ask for updates or report on their users, or keep a cache that only a fixed folder can use, do not. */
const quietly = { ...env, CI: 'true', NO_UPDATE_NOTIFIER: '1', DOCUSAURUS_NO_PERSISTENT_CACHE: 'true' };

/**
 * Run a command to its end.
 * @returns what it wrote
 * @throws with what it wrote, if it ends badly
 */
export async function run([program, ...args]: Command, folder = '.'): Promise<string> {
  try {
    const { stdout, stderr } = await execute(program, args, { cwd: folder, env: quietly, shell: platform === 'win32' });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '', message } = error as Error & { stdout?: string; stderr?: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
}
