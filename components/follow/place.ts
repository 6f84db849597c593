import type { BpLesson } from '../bp-lesson.js';
import type { Position } from './position.js';

/** Where a student stands: with the class, until they walk themself. */
export class Place {
  /** The student has walked on their own. */
  isDetached = false;
  /** Where the student was before they caught up. */
  mine: string | undefined;
  /** Where the class is, as far as is known. */
  position: Position | undefined;
  /** Where the lesson was put, by the class or at the beginning. */
  #put: string | undefined;
  /** How many positions are being opened. */
  #opening = 0;

  constructor(
    private readonly lesson: () => BpLesson | null,
    private readonly changed: () => void,
  ) {}

  /** The class moved. Whoever has left it stays where they are. */
  arrive(position: Position): void {
    const isElsewhere = position.address !== this.position?.address;
    this.position = position;
    if (!this.isDetached && isElsewhere) void this.#open(position.address);
    this.changed();
  }

  /** The lesson changed: by a student's own doing, if not by ours. */
  note(address: string): void {
    if (this.#put === undefined && this.#opening === 0) this.#put = address;
    if (this.isDetached || this.#opening > 0 || address === this.#put) return;
    this.isDetached = true;
    // One's own place begins anew.
    this.mine = undefined;
    this.changed();
  }

  /** Back to the class. What the student did is kept until they leave it again. */
  catchUp(): void {
    const { position } = this;
    const address = this.lesson()?.address;
    this.isDetached = false;
    if (position) {
      this.mine = address;
      void this.#open(position.address);
    }
    this.changed();
  }

  /** Away from the class again, to where one was. */
  backToMine(): void {
    const { mine } = this;
    if (mine === undefined) return;
    this.isDetached = true;
    this.mine = undefined;
    void this.#open(mine);
    this.changed();
  }

  async #open(address: string): Promise<void> {
    this.#opening += 1;
    try {
      await this.lesson()?.open(address);
    } finally {
      this.#opening -= 1;
      this.#put = this.lesson()?.address;
    }
  }
}
