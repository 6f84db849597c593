import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';

/** The configuration that is shipped; only what a machine fills in is made here. */
const shipped = 'components/follow/server';

/**
 * bcrypt hashes of `U*U`, from the test vectors of its reference implementation (crypt_blowfish), in the forms that
 * different tools write. With the lowest cost: these are test servers.
 */
const vector = 'CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
export const password = 'U*U';
const hash = (form: '2a' | '2b' | '2y'): string => `$${form}$05$${vector}`;

/** A server that a test started. */
export interface NatsServer {
  /** The address of its WebSocket. */
  readonly url: string;
  /** How many clients are connected. */
  readonly connections: () => Promise<number>;
  /** Kill it, without a goodbye to anyone. */
  readonly kill: () => Promise<void>;
  /** Start it again where it was. */
  readonly start: () => Promise<void>;
  /** Kill it and clear up. */
  readonly close: () => Promise<void>;
}

/** The program, or nothing where it is not installed. */
export function findNatsServer(): string | undefined {
  // Debian puts it where only root looks.
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, 'nats-server'))
    .find(isProgram);
}

/** Start one on 127.0.0.1, on free ports, with the shipped configuration. */
export async function startNatsServer(): Promise<NatsServer> {
  const [local, pages, monitor] = await freePorts(3);
  return serve('nats.conf', settings('one', local!, pages!, monitor!), pages!, monitor!);
}

/** Start three that are one cluster. */
export async function startNatsCluster(): Promise<readonly NatsServer[]> {
  const ports = await freePorts(12);
  const places = [0, 4, 8].map((first) => ports.slice(first, first + 4));
  const routes = places.map(([, , , route]) => `"nats-route://route:secret@127.0.0.1:${route}"`).join(', ');
  return Promise.all(
    places.map(([local, pages, monitor, route], at) => {
      const lines = `ROUTE: "127.0.0.1:${route}"\nROUTES: [${routes}]\nROUTE_PASSWORD: "secret"\n`;
      return serve('cluster.conf', settings(`n${at}`, local!, pages!, monitor!) + lines, pages!, monitor!);
    }),
  );
}

const settings = (name: string, local: number, pages: number, monitor: number): string => `
SERVER_NAME: "${name}"
LOCAL: "127.0.0.1:${local}"
INSTRUCTOR_PASSWORD: "${hash('2a')}"
ADA_PASSWORD: "${hash('2b')}"
GRACE_PASSWORD: "${hash('2y')}"
websocket { listen: "127.0.0.1:${pages}", no_tls: true }
http: "127.0.0.1:${monitor}"
`;

async function serve(config: string, filledIn: string, pages: number, monitor: number): Promise<NatsServer> {
  const program = findNatsServer();
  if (!program) throw new Error('nats-server is not installed.');
  const folder = await mkdtemp(join(tmpdir(), 'backprop-tutor-nats-'));
  await cp(shipped, folder, { recursive: true });
  await writeFile(join(folder, 'settings.conf'), filledIn);
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = await run(program, join(folder, config));
  };
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child!.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    child = undefined;
  };
  await start();
  return {
    url: `ws://127.0.0.1:${pages}`,
    async connections() {
      const response = await fetch(`http://127.0.0.1:${monitor}/connz?limit=1`);
      return ((await response.json()) as { total: number }).total;
    },
    start,
    kill,
    async close() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Until it is ready. */
function run(program: string, config: string): Promise<ChildProcess> {
  const child = spawn(program, ['-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  // Whatever happens to the tests, no server stays behind.
  process.once('exit', () => child.kill('SIGKILL'));
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data: Buffer) => {
      said = (said + data.toString()).slice(-10_000);
      if (said.includes('Server is ready')) resolve(child);
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`nats-server ended:\n${said}`)));
  });
}

/** Ports that nobody uses, all at once, so that they differ. */
async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
