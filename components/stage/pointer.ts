import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Point } from './pointed.js';

/** Milliseconds that the buttons stay after the pointer rests. */
const restless = 3000;

/** Where the pointer is, whether it moved a moment ago, and whether it is a laser dot. */
export class Pointer implements ReactiveController {
  /** The dot is on. */
  isLaser = false;
  /** It moved a moment ago. */
  isAwake = false;
  point: Point = { x: 0, y: 0 };
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly dot: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const dot = this.dot();
    if (dot) dot.style.translate = `${this.point.x}px ${this.point.y}px`;
  }

  hostDisconnected(): void {
    clearTimeout(this.#rest);
  }

  /** Turn the dot on or off. */
  aim(isLaser: boolean): void {
    this.isLaser = isLaser;
    this.host.requestUpdate();
  }

  readonly move = ({ clientX: x, clientY: y, pointerType }: PointerEvent): void => {
    this.point = { x, y };
    this.hostUpdated();
    if (pointerType === 'touch') return;
    this.#wake(!this.isLaser);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#wake(false), restless);
  };

  #wake(isAwake: boolean): void {
    if (isAwake === this.isAwake) return;
    this.isAwake = isAwake;
    this.host.requestUpdate();
  }
}
