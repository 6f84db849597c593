import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds that a step stays at speed 1. */
const stay = 2000;

/**
 * Plays the lesson: one move after another, at a chosen speed. A person who moves meanwhile takes over, and a move
 * that nobody followed ends it.
 */
export class Player implements ReactiveController {
  playing = false;
  #speed = 1;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** A move was asked for, and the step has not changed since. */
  #asked = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly move: () => void,
  ) {
    host.addController(this);
  }

  get speed(): number {
    return this.#speed;
  }

  set speed(speed: number) {
    this.#speed = speed;
    if (this.playing) this.#start();
    this.host.requestUpdate();
  }

  play(): void {
    this.playing = true;
    this.#asked = false;
    this.#start();
    this.host.requestUpdate();
  }

  pause(): void {
    clearInterval(this.#timer);
    if (!this.playing) return;
    this.playing = false;
    this.host.requestUpdate();
  }

  /** The step changed: by the player's own move, or because somebody else moved. */
  stepped(atEnd: boolean): void {
    if (!this.#asked || atEnd) this.pause();
    this.#asked = false;
  }

  hostDisconnected(): void {
    this.pause();
  }

  /** The move just made on the reader's behalf: back to the beginning before playing. */
  expect(): void {
    this.#asked = true;
  }

  #start(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      if (this.#asked) return this.pause();
      this.#asked = true;
      this.move();
    }, stay / this.#speed);
  }
}
