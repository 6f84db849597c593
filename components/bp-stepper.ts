import type { nothing } from 'lit';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Reveal } from '../src/index.js';
import { define } from './define.js';
import { MoveEvent } from './events/index.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import './stepper/bp-iteration.js';
import './stepper/bp-timeline.js';
import { icons } from './stepper/icons.js';
import { Player } from './stepper/player.js';
import { stepperStyles } from './stepper/stepper-styles.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

const speeds = [0.5, 1, 2, 4] as const;

/**
 * @summary All ways through a lesson: buttons, playing by itself, the timeline, and the iteration.
 * @fires bp-move - Someone moved, or the lesson plays and moves on.
 * @fires bp-step - Someone scrubbed along the timeline.
 * @fires bp-iteration - Someone asked for another iteration.
 * @csspart primary - The button that shows the next piece.
 */
export class BpStepper extends SceneElement {
  static override styles = [tokens, base, stepperStyles];

  /** Where there is little room, the controls used less often wait behind a button. */
  @state() private open = false;

  readonly #player = new Player(this, () => this.#move('next'));

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('scene');
    if (before && this.scene && isElsewhere(before, this.scene)) this.#player.stepped(this.#isDone);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scene } = this;
    if (!scene) return this.absent();
    return html`
      <div class="controls ${this.open ? 'open' : ''}" role="group" aria-label=${words.stepper.controls}>
        ${this.#button('back', words.stepper.back, 'ArrowLeft', icons.back, this.#isFirst, () => this.#move('previous'))}
        ${this.#primary(scene)}
        ${this.#button('next extra', words.stepper.next, 'ArrowRight', icons.next, this.#isDone, () => this.#move('next'))}
        ${this.#button('first extra', words.stepper.first, 'Home', icons.first, this.#isFirst, () => this.#move('first'))}
        <bp-timeline .scene=${scene}></bp-timeline>
        ${this.#button('last extra', words.stepper.last, 'End', icons.last, this.#isDone, () => this.#move('last'))}
        ${this.#play()}
        <select class="extra" aria-label=${words.stepper.speed} @change=${this.#onSpeed}>
          ${speeds.map(
            (speed) => html`<option value=${speed} ?selected=${speed === 1}>${words.stepper.times(speed)}</option>`,
          )}
        </select>
        <button
          class="more"
          aria-label=${words.stepper.more}
          aria-expanded=${this.open ? 'true' : 'false'}
          @click=${() => (this.open = !this.open)}
        >
          ${icons.more}
        </button>
        <bp-iteration
          class="extra"
          .iteration=${scene.state.iteration}
          .sampling=${scene.setup.sampling}
        ></bp-iteration>
      </div>
    `;
  }

  #primary({ state: { reveal } }: Scene): TemplateResult {
    const label = this.#isDone ? words.stepper.end : words.stepper.reveal[reveal];
    // All labels lie on top of each other, so that the button is as wide as the widest and nothing moves.
    return html`<button
      class="primary"
      part="primary"
      aria-keyshortcuts="Space"
      aria-disabled=${this.#isDone ? 'true' : 'false'}
      @click=${() => !this.#isDone && this.#move('reveal')}
    >
      <span class="labels">
        ${[...words.stepper.reveal, words.stepper.end].map(
          (each) => html`<span class=${each === label ? 'label' : 'label other'}>${each}</span>`,
        )}
      </span>
      <kbd aria-hidden="true">Space</kbd>
    </button>`;
  }

  #play(): TemplateResult {
    const label = this.#player.playing ? words.stepper.pause : words.stepper.play;
    return html`<button class="play" aria-label=${label} title=${label} @click=${this.#onPlay}>
      ${this.#player.playing ? icons.pause : icons.play}
      <span class="labels" aria-hidden="true">
        ${[words.stepper.play, words.stepper.pause].map(
          (each) => html`<span class=${each === label ? 'label' : 'label other'}>${each}</span>`,
        )}
      </span>
    </button>`;
  }

  /** Never `disabled`: a button that has the focus would lose it at the first and the last step. */
  #button(
    name: string,
    label: string,
    key: string,
    icon: TemplateResult,
    disabled: boolean,
    act: () => void,
  ): TemplateResult {
    return html`<button
      class=${name}
      aria-label=${label}
      title=${label}
      aria-keyshortcuts=${key}
      aria-disabled=${disabled ? 'true' : 'false'}
      @click=${() => !disabled && act()}
    >
      ${icon}
    </button>`;
  }

  get #isFirst(): boolean {
    return this.scene?.index === 0 && this.scene.step === this.scene.walk[0];
  }

  get #isLast(): boolean {
    return this.scene?.index === (this.scene?.walk.length ?? 0) - 1;
  }

  get #isDone(): boolean {
    return this.#isLast && this.scene?.state.reveal === Reveal.result;
  }

  #move(to: MoveEvent['to']): void {
    this.dispatchEvent(new MoveEvent(to));
  }

  #onPlay(): void {
    if (this.#player.playing) return this.#player.pause();
    this.#player.play();
    if (!this.#isDone) return;
    this.#player.expect();
    this.#move('first');
  }

  #onSpeed(event: Event): void {
    this.#player.speed = Number((event.target as HTMLSelectElement).value);
  }
}

const isElsewhere = (a: Scene, b: Scene): boolean => a.step.ref !== b.step.ref || a.state.reveal !== b.state.reveal;

define('bp-stepper', BpStepper);

declare global {
  interface HTMLElementTagNameMap {
    'bp-stepper': BpStepper;
  }
}
