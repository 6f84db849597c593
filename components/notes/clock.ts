import type { LessonState } from '../../src/index.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host once a second. */
export class Clock implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), 1000);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}

/** Milliseconds as minutes and seconds, with hours where there are any: `4:05`, `1:02:09`. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** When one should be here, in minutes since the beginning, if the walkthrough says. */
export function plannedAt({ guide }: LessonState): number | undefined {
  return guide?.walkthrough.stops.slice(0, guide.stop + 1).findLast(({ minutes }) => minutes !== undefined)?.minutes;
}
