import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BpLesson } from '../bp-lesson.js';
import { fitStep, planFor, type Plan } from './fit.js';
import type { Zoom } from './shared.js';

/** A stage whose parts are to fit. */
interface Host extends ReactiveControllerHost {
  /** What holds the lesson; not there before the first rendering. */
  readonly room: HTMLElement | null;
  readonly shown: BpLesson;
  readonly zoom: Zoom;
}

/** Keeps both parts of a stage as large as they fit: whenever it renders, is resized, or its card grows. */
export class Fitting implements ReactiveController {
  readonly #resized = new ResizeObserver(() => void this.#fit());
  /** What a card is made of arrives piece by piece. */
  readonly #grown = new ResizeObserver(() => void this.#fit(true));
  #watched: Element | null = null;
  #plan = '';

  constructor(private readonly host: Host) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.host.room) this.#resized.observe(this.host.room);
    void this.#fit();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#grown.disconnect();
    this.#watched = null;
  }

  async #fit(isNew = false): Promise<void> {
    const { room, shown: lesson, zoom } = this.host;
    if (!room?.clientWidth || !lesson.scene) return;
    await lesson.updateComplete;
    const { paddingLeft, paddingRight, paddingTop } = getComputedStyle(room);
    const width = room.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    // What the lesson says of its own state stands above both.
    const parts = lesson.renderRoot.querySelector('.stage');
    const above = parts ? parts.getBoundingClientRect().top - lesson.getBoundingClientRect().top : 0;
    const plan = planFor(lesson.scene, width, room.clientHeight - parseFloat(paddingTop) - above, zoom);
    this.#arrange(room, plan);
    if (plan.arrangement === 'diagram') return;
    await fitStep(lesson, plan.step, isNew);
    this.#watch(lesson.renderRoot.querySelector('bp-derivation'));
  }

  #arrange({ style, classList }: HTMLElement, plan: Plan): void {
    const said = JSON.stringify(plan);
    if (said === this.#plan) return;
    this.#plan = said;
    style.setProperty('--_picture-width', `${plan.picture.width}px`);
    style.setProperty('--_picture-scale', String(plan.picture.scale));
    style.setProperty('--_step-width', `${plan.step.width}px`);
    classList.remove('beside', 'above', 'diagram', 'derivation');
    classList.add(plan.arrangement);
  }

  #watch(card: Element | null): void {
    if (card === this.#watched) return;
    this.#grown.disconnect();
    this.#watched = card;
    if (card) this.#grown.observe(card);
  }
}
