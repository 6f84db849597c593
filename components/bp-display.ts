import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { digitRange, type LessonState } from '../src/index.js';
import { define } from './define.js';
import { DisplayEvent } from './events/index.js';
import { SceneElement } from './scene-element.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/** Below this, rounding at every step does more harm than it teaches. */
const fewestOnPaper = 4;

const views = [
  ['expanded', words.display.expanded, words.display.expandedMeaning],
  ['local', words.display.local, words.display.localMeaning],
] as const;

/**
 * @summary How numbers and gradients are shown: digits, paper mode, the whole chain or one link.
 * @fires bp-display - Someone changed one of them.
 */
export class BpDisplay extends SceneElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        max-width: 65ch;
      }
      .part {
        margin-bottom: 20px;
      }
      .digits {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 0 12px;
        align-items: center;
      }
      .name {
        font-weight: 600;
      }
      output {
        font-weight: 600;
        font-size: var(--_result);
        line-height: 1.2;
      }
      input {
        accent-color: var(--_ink);
        cursor: pointer;
      }
      input[type='range'] {
        grid-column: 1 / -1;
        width: 100%;
        height: 32px;
        margin: 0;
        padding: 0;
        border: 0;
        background: none;
      }
      input[type='checkbox'],
      input[type='radio'] {
        flex: none;
        width: 17px;
        height: 17px;
        margin: 2px 0 0;
      }
      label.choice {
        display: flex;
        gap: 10px;
        padding: 6px 0;
        cursor: pointer;
      }
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      legend {
        padding: 0;
        font-weight: 600;
      }
      .meaning {
        display: block;
        font-size: var(--_label);
        color: var(--_soft);
      }
      .on {
        margin: 6px 0 0;
        padding: 0.1em 0 0.1em 0.9em;
        border-inline-start: 3px solid var(--_ink);
      }
      @media (pointer: coarse) {
        label.choice {
          padding-block: 12px;
        }
        input[type='range'] {
          height: 44px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const { state } = this.scene ?? {};
    if (!state) return this.absent();
    return html`${this.#digits(state)}${this.#paper(state)}${this.#view(state)}`;
  }

  #digits({ digits }: LessonState): TemplateResult {
    return html`
      <div class="part digits">
        <label class="name" for="digits">${words.display.digits}</label>
        <output for="digits">${digits}</output>
        <input
          id="digits"
          type="range"
          min=${digitRange.least}
          max=${digitRange.most}
          .value=${live(String(digits))}
          @input=${(event: Event) => this.#change({ digits: Number((event.target as HTMLInputElement).value) })}
        />
      </div>
    `;
  }

  #paper({ paper, digits }: LessonState): TemplateResult {
    return html`
      <div class="part">
        <label class="choice">
          <input
            type="checkbox"
            aria-describedby="paper-meaning"
            .checked=${live(paper)}
            @change=${(event: Event) => this.#change({ paper: (event.target as HTMLInputElement).checked })}
          />
          <span>
            <span class="name">${words.display.paper}</span>
            <span class="meaning" id="paper-meaning">${words.display.paperMeaning}</span>
          </span>
        </label>
        <div role="status">
          ${
            paper
              ? html`<p class="on">
                  ${words.display.paperOn(digits)} ${digits < fewestOnPaper ? words.display.tooFew(digits) : nothing}
                </p>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  #view({ view }: LessonState): TemplateResult {
    return html`
      <fieldset class="part">
        <legend>${words.display.view}</legend>
        ${views.map(
          ([value, name, meaning]) => html`
            <label class="choice">
              <input
                type="radio"
                name="view"
                aria-describedby="meaning-${value}"
                .checked=${live(view === value)}
                @change=${() => this.#change({ view: value })}
              />
              <span>${name} <span class="meaning" id="meaning-${value}">${meaning}</span></span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #change(change: DisplayEvent['change']): void {
    this.dispatchEvent(new DisplayEvent(change));
  }
}

define('bp-display', BpDisplay);

declare global {
  interface HTMLElementTagNameMap {
    'bp-display': BpDisplay;
  }
}
