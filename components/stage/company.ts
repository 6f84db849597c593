import type { BpLesson } from '../bp-lesson.js';
import { StageChannel } from './channel.js';
import type { Shared, Zoom } from './shared.js';

/** The stage, or the instructor's window. */
interface Window {
  /** Its lesson; not there before the first rendering. */
  readonly shown: BpLesson | null;
  /** Where its lesson begins. */
  at: string;
  requestUpdate(): void;
}

/**
 * What a window has in common with the others: where the lesson stands, whether the room's screen is dark, and what
 * fills the stage. It tells the others what changes here, and goes where they go.
 */
export class Company {
  #isDark = false;
  #zoom: Zoom = 'none';
  /** The latest that all know. */
  #told = '';
  /** Where others went, and the lesson here is still on its way. */
  readonly #awaited: string[] = [];
  /** The stop of a walkthrough; each may say what fills the stage. */
  #stop: string | undefined;
  #channel: StageChannel | undefined;

  constructor(
    private readonly window: Window,
    private readonly onTold: (address: string) => void = () => undefined,
  ) {}

  /** Look for the other windows of a class. Where none can be, or in other people's pages ('' for a class), one stays alone. */
  join(classId: string): void {
    if (!classId || !('BroadcastChannel' in globalThis)) return;
    this.#channel = new StageChannel(classId, {
      moved: (shared) => this.#follow(shared),
      met: () => this.window.requestUpdate(),
    });
  }

  leave(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  /** Other windows can be told. */
  get isOpen(): boolean {
    return this.#channel !== undefined;
  }

  /** Another window is there. */
  get isAccompanied(): boolean {
    return this.#channel?.isAccompanied ?? false;
  }

  /** The room sees nothing. */
  get isDark(): boolean {
    return this.#isDark;
  }
  set isDark(isDark: boolean) {
    this.#isDark = isDark;
    this.tell();
  }

  /** The part that fills the stage. */
  get zoom(): Zoom {
    return this.#zoom;
  }
  set zoom(zoom: Zoom) {
    this.#zoom = zoom;
    this.tell();
  }

  /** The lesson here has changed, by whomever. */
  moved(): void {
    const address = this.window.shown?.address ?? '';
    // When others go on quickly, the lesson may arrive where they were a moment ago: that is no news.
    if (this.#awaited.includes(address) && address !== this.#awaited.at(-1)) return this.window.requestUpdate();
    const { guide } = this.window.shown?.state ?? {};
    const stop = guide?.toString();
    if (guide && stop !== this.#stop) this.#zoom = guide.zoom ?? 'none';
    this.#stop = stop;
    this.tell();
  }

  /** Tell the others, if there is anything that they do not know. */
  tell(): void {
    this.window.requestUpdate();
    const address = this.window.shown?.address;
    if (!address) return;
    const shared: Shared = { address, blank: this.#isDark, zoom: this.#zoom };
    const text = JSON.stringify(shared);
    if (text === this.#told) return;
    if (this.#told) this.#channel?.publish(shared);
    else this.#channel?.begin(shared);
    this.#told = text;
    this.onTold(address);
  }

  #follow(shared: Shared): void {
    this.#told = JSON.stringify(shared);
    this.#isDark = shared.blank;
    this.#zoom = shared.zoom;
    this.#stop = /[?&]walk=([^&]*)/.exec(shared.address)?.[1];
    const { shown } = this.window;
    if (shown) void this.#goTo(shown, shared.address);
    else this.window.at = shared.address;
    this.window.requestUpdate();
  }

  async #goTo(lesson: BpLesson, address: string): Promise<void> {
    if (address === lesson.address && this.#awaited.length === 0) return;
    this.#awaited.push(address);
    try {
      await lesson.open(address);
    } finally {
      this.#awaited.splice(this.#awaited.indexOf(address), 1);
    }
  }
}
