import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { findNatsServer } from '../tools/nats-server.js';

/** Milliseconds after which the run is over, whatever happens. */
const longest = 60_000;

/** A class of 500 followers on this machine: how soon each of them is on the right step. In a process of its own. */
export function benchFollow(): void {
  if (!findNatsServer()) return console.log('a class of 500 followers: not measured, nats-server is not installed');
  const script = fileURLToPath(new URL('follow-load.ts', import.meta.url));
  // Before Node 22 it has a WebSocket, but hides it.
  const flags = 'WebSocket' in globalThis ? [] : ['--experimental-websocket', '--no-warnings'];
  const { status } = spawnSync(execPath, [...flags, '--import', 'tsx', script], { stdio: 'inherit', timeout: longest });
  if (status !== 0) console.log('a class of 500 followers: did not come to its end');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchFollow();
