/**
 * A class on one machine, all of it on loopback: a real server with the shipped configuration, the stage's own module and
 * 500 times the followers'. They share one process, so each of them waits for the others. Ends by itself.
 */
import { createServer, connect, type AddressInfo } from 'node:net';
import { exit } from 'node:process';
import { follow } from '../../components/follow/follower.js';
import { Leader, type Lead } from '../../components/follow/leader.js';
import { password, startNatsServer } from '../tools/nats-server.js';
import { median } from './measure.js';

const count = 500;
const changes = 20;
const room = 'ada';
/** Milliseconds that a position may take before those who do not have it are counted as missing. */
const patience = 1_000;

/** Where each follower stands, and since when. */
const stands = Array.from({ length: count }, () => ({ address: '', since: 0, link: 'connecting' }));

const until = async (isSo: () => boolean, within: number): Promise<void> => {
  for (const end = performance.now() + within; !isSo() && performance.now() < end;) await pause(5);
};
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ms = (time: number): string => `${time < 100 ? time.toPrecision(2) : time.toFixed(0)} ms`;

const server = await startNatsServer();
const bare = await roundTrip();
let lead: Lead = 'connecting';
const leader = new Leader({
  server: server.url,
  room,
  credential: { user: 'ada', pass: password },
  onLead: (now) => (lead = now),
  onTooLong: () => undefined,
  onRival: () => undefined,
});
const say = (address: string): void => leader.say({ address, blank: false });
say('v1/mazur/forward/net_h1');
await until(() => lead === 'leading', 5_000);

const start = performance.now();
const ends = stands.map((stand) =>
  follow({
    server: server.url,
    room,
    isKnown: () => true,
    onPosition: ({ address }) => Object.assign(stand, { address, since: performance.now() }),
    onLink: (link) => (stand.link = link),
  }),
);
await until(() => stands.every(({ address }) => address !== ''), 20_000);
const joined = stands.filter(({ address }) => address !== '');
console.log(
  `a class of ${count} followers on loopback: ${joined.length} of ${count} joined, the last of them knew the step ` +
    `${ms(Math.max(...joined.map(({ since }) => since)) - start)} after the first began to connect`,
);

const [lasts, medians]: [number[], number[]] = [[], []];
let right = count;
for (let change = 0; change < changes; change++) {
  // As quickly as somebody walks who walks quickly.
  await pause(200);
  const address = `v1/mazur/backward/w5?after=${change + 1}`;
  const said = performance.now();
  say(address);
  const isThere = (stand: (typeof stands)[number]): boolean => stand.address === address;
  await until(() => stands.every(isThere), patience);
  const there = stands.filter(isThere);
  right = Math.min(right, there.length);
  const times = there.map(({ since }) => since - said);
  lasts.push(Math.max(...times));
  medians.push(median(times));
}
const worst = Math.max(...lasts);
console.log(
  `after each of ${changes} changes at least ${right} of ${count} were on the right step within a second: the median one after ` +
    `${ms(median(medians))}, the last one after ${ms(median(lasts))}, at worst ${ms(worst)}; that is ` +
    `${(median(lasts) / bare).toFixed(0)}× a bare round trip on loopback (${ms(bare)})`,
);

for (const end of ends) end();
leader.stop();
await server.close();
exit(0);

/** The median time of a few hundred bytes there and back, through a socket that does nothing else. */
async function roundTrip(): Promise<number> {
  const echo = createServer((socket) => socket.pipe(socket));
  await new Promise<void>((listening) => echo.listen(0, '127.0.0.1', listening));
  const socket = connect((echo.address() as AddressInfo).port, '127.0.0.1');
  const message = Buffer.alloc(300);
  const times: number[] = [];
  for (let i = 0; i < 200; i++) {
    const sent = performance.now();
    socket.write(message);
    await new Promise((resolve) => socket.once('data', resolve));
    times.push(performance.now() - sent);
  }
  socket.destroy();
  echo.close();
  return median(times);
}
