import type { NatsConnection } from '@nats-io/nats-core';
import { keepConnected, type Credential, type Trouble } from './connection.js';
import { beat, betweenAnswers, betweenChanges, longestAddress, mostBytes } from './limits.js';
import { writePosition } from './position.js';
import { randomName } from './random-name.js';
import { hellosOf, positionsOf } from './subjects.js';
import { Throttle } from './throttle.js';

/** How things stand between the stage and the server. */
export type Lead =
  | 'connecting'
  /** Connected; what changes is published. */
  | 'leading'
  /** Was connected; it is tried again. */
  | 'lost'
  /** Nobody ever answered: perhaps the address is wrong. It is over. */
  | 'unreachable'
  /** The server does not take this user and password. It is over. */
  | 'refused'
  /** The server takes them, but not for this room. It is over. */
  | 'forbidden';

/** What the class should see. */
export interface Stand {
  /** The whole state of the lesson; '' while there is none. */
  readonly address: string;
  readonly blank: boolean;
}

/** A class to lead. */
export interface Room {
  readonly server: string;
  readonly room: string;
  /** Kept in memory for as long as one leads, for new connections. */
  readonly credential: Credential;
  readonly onLead: (lead: Lead) => void;
  /** The address was too long to be sent, or no longer is. */
  readonly onTooLong: (isTooLong: boolean) => void;
  /** Somebody else publishes positions in this room. */
  readonly onRival: () => void;
}

/** The stage's side: publishes where the class stands, at every change, to whoever says hello, and now and then. */
export class Leader {
  readonly #session = randomName(16);
  #seq = 0;
  #stand: Stand = { address: '', blank: false };
  #connection: NatsConnection | undefined;
  #wasConnected = false;
  readonly #throttle = new Throttle(() => this.#publish());
  readonly #timer = setInterval(() => this.#throttle.ask(betweenChanges), beat);
  readonly #close: () => void;

  constructor(private readonly room: Room) {
    room.onLead('connecting');
    this.#close = keepConnected({
      ...room,
      onOpen: (connection) => void this.#open(connection),
      onLost: (trouble) => this.#lost(trouble),
    });
  }

  /** Of several changes in quick succession the last is published. */
  say(stand: Stand): void {
    const { address, blank } = this.#stand;
    if (stand.address === address && stand.blank === blank) return;
    this.#stand = stand;
    this.#throttle.ask(betweenChanges);
  }

  /** Lead no longer, at once. */
  stop(): void {
    this.#connection = undefined;
    clearInterval(this.#timer);
    this.#throttle.stop();
    this.#close();
  }

  async #open(connection: NatsConnection): Promise<void> {
    const { room, onLead, onRival } = this.room;
    this.#connection = connection;
    void this.#watch(connection);
    connection.subscribe(hellosOf(room), {
      callback: (error) => (error ? this.#end('forbidden') : this.#throttle.ask(betweenAnswers)),
    });
    connection.subscribe(positionsOf(room), { callback: (error) => void (error ?? onRival()) });
    this.#publish();
    // What the server refuses, it refuses before it answers this.
    await connection.flush().catch(() => undefined);
    if (this.#connection !== connection || connection.isClosed()) return;
    this.#wasConnected = true;
    onLead('leading');
  }

  async #watch(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type !== 'error' || !('operation' in status.error)) continue;
      if (status.error.operation === 'publish') this.#end('forbidden');
    }
  }

  #lost(trouble: Trouble): void {
    this.#connection = undefined;
    if (trouble === 'refused' || !this.#wasConnected) this.#end(trouble);
    else this.room.onLead('lost');
  }

  #end(lead: 'unreachable' | 'refused' | 'forbidden'): void {
    this.stop();
    this.room.onLead(lead);
  }

  #publish(): void {
    const { room, onTooLong } = this.room;
    const { address, blank } = this.#stand;
    if (!this.#connection || this.#connection.isClosed() || !address) return;
    const position = writePosition({ v: 1, session: this.#session, seq: this.#seq++, address, blank });
    const isTooLong = address.length > longestAddress || position.length > mostBytes;
    onTooLong(isTooLong);
    if (!isTooLong) this.#connection.publish(positionsOf(room), position);
  }
}
