import { readMessage, type Message, type Shared } from './shared.js';

/** What a window does with what another one says. */
export interface Listener {
  /** The other window is somewhere else now. */
  moved(shared: Shared): void;
  /** Another window is there, or not any more. */
  met(isThere: boolean): void;
}

/**
 * One of several windows that show the same. Each tells the others of its own changes; of two changes at the same time
 * all keep the same one, so they never drift apart. A window that comes later, or comes back, asks where the others are.
 */
export class StageChannel {
  readonly #channel: BroadcastChannel;
  readonly #me = crypto.randomUUID();
  readonly #others = new Set<string>();
  #clock = 0;
  /** Who made the state that holds. */
  #author = '';
  #state: Shared | undefined;

  /** @param id names the class: windows with the same one belong together */
  constructor(
    id: string,
    private readonly listener: Listener,
  ) {
    this.#channel = new BroadcastChannel(`backprop-tutor.stage.${id}`);
    this.#channel.addEventListener('message', ({ data }) => this.#hear(readMessage(data)));
    window.addEventListener('pagehide', this.#leave);
    window.addEventListener('pageshow', this.#arrive);
    this.#arrive();
  }

  /** Another window is there. */
  get isAccompanied(): boolean {
    return this.#others.size > 0;
  }

  /** Where this window stands without having moved: it holds as long as nobody knows better. */
  begin(shared: Shared): void {
    this.#state ??= shared;
  }

  /** This window moved. */
  publish(shared: Shared): void {
    this.#clock += 1;
    this.#author = this.#me;
    this.#state = shared;
    this.#tellState();
  }

  close(): void {
    this.#leave();
    window.removeEventListener('pagehide', this.#leave);
    window.removeEventListener('pageshow', this.#arrive);
    this.#channel.close();
  }

  readonly #arrive = (): void => this.#tell({ kind: 'hello' });

  readonly #leave = (): void => this.#tell({ kind: 'bye' });

  #tell(what: DistributiveOmit<Message, 'version' | 'from'>): void {
    this.#channel.postMessage({ version: 1, from: this.#me, ...what });
  }

  #tellState(): void {
    if (this.#state) this.#tell({ kind: 'state', clock: this.#clock, shared: this.#state });
  }

  #hear(message: Message | undefined): void {
    if (!message) return;
    const wasAccompanied = this.isAccompanied;
    if (message.kind === 'bye') this.#others.delete(message.from);
    else this.#others.add(message.from);
    if (message.kind === 'hello') {
      // So that whoever came knows that somebody is here, even before anything moved.
      this.#tellState();
    } else if (message.kind === 'state') this.#follow(message);
    if (wasAccompanied !== this.isAccompanied) this.listener.met(this.isAccompanied);
  }

  #follow({ clock, from, shared }: Message & { readonly kind: 'state' }): void {
    const isLater = clock > this.#clock || (clock === this.#clock && clock > 0 && from > this.#author);
    if (!isLater) return;
    this.#clock = clock;
    this.#author = from;
    this.#state = shared;
    this.listener.moved(shared);
  }
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
