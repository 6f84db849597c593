import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { define } from '../define.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { stage as say } from '../words/stage.js';
import { stageKeys, type StageAction } from './actions.js';
import { barStyles } from './bar-styles.js';
import { keysOf, type KeyChoices } from './key-map.js';
import { keyName } from '../key-name.js';

/** Someone pressed a button of the stage. */
export class StageEvent extends Event {
  constructor(readonly action: StageAction) {
    super('bp-stage', { bubbles: true, composed: true });
  }
}

/**
 * @summary The foot of the stage: how far the class is, and everything that keys do as buttons, in sight while the pointer moves.
 * @fires bp-stage - Someone pressed a button.
 */
export class BpStageBar extends LitElement {
  static override styles = [tokens, base, barStyles];

  /** The place in the walk, from 1, and its length. */
  @property({ type: Number }) place = 1;
  @property({ type: Number }) all = 1;
  @property({ attribute: false }) choices: KeyChoices = { letters: true, keys: {} };
  /** What is on now, and what cannot be done here. */
  @property({ attribute: false }) pressed: ReadonlySet<StageAction> = new Set();
  @property({ attribute: false }) without: ReadonlySet<StageAction> = new Set();
  /** The pointer moved a moment ago. */
  @property({ type: Boolean, reflect: true }) awake = false;
  @query('.progress > div') private readonly progress!: HTMLElement;

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('place') || changes.has('all')) this.progress.style.width = `${(100 * this.place) / this.all}%`;
  }

  protected override render(): TemplateResult {
    return html`<div class="buttons" role="toolbar" aria-label=${say.bar}>
        ${stageKeys.map((key) => (this.without.has(key.action) ? nothing : this.#button(key.action)))}
      </div>
      <span class="where">${say.where(this.place, this.all)}</span>
      <div class="progress"><div></div></div>`;
  }

  #button(action: StageAction): TemplateResult {
    const [key] = keysOf(
      stageKeys.find((each) => each.action === action)!,
      this.choices,
    );
    const content = html`${say.buttons[action]}${
      key === undefined ? nothing : html`<kbd aria-hidden="true">${keyName(key)}</kbd>`
    }`;
    const press = (event: MouseEvent): void => this.#press(action, event);
    if (!switches.has(action)) return html`<button title=${say.actions[action]} @click=${press}>${content}</button>`;
    const isOn = this.pressed.has(action) ? 'true' : 'false';
    return html`<button title=${say.actions[action]} aria-pressed=${isOn} @click=${press}>${content}</button>`;
  }

  /** After a click with the pointer the keys are the stage's again, and no second press of the button. */
  #press(action: StageAction, { detail, currentTarget }: MouseEvent): void {
    if (detail > 0) (currentTarget as HTMLElement).blur();
    this.dispatchEvent(new StageEvent(action));
  }
}

const switches: ReadonlySet<StageAction> = new Set(['blank', 'zoom', 'laser', 'notes', 'fullScreen']);

define('bp-stage-bar', BpStageBar);

declare global {
  interface HTMLElementTagNameMap {
    'bp-stage-bar': BpStageBar;
  }
  interface HTMLElementEventMap {
    'bp-stage': StageEvent;
  }
}
