import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Choice, Convention } from '../src/index.js';
import { define } from './define.js';
import { ConventionEvent } from './events/index.js';
import { SceneElement } from './scene-element.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * @summary The choices that change a lesson's numbers, as questions with one answer each.
 * @fires bp-convention - Someone made a choice.
 */
export class BpConventions extends SceneElement {
  static override styles = [
    tokens,
    base,
    css`
      h3 {
        font: 400 var(--_question) / 1.25 var(--_serif);
        letter-spacing: normal;
        text-transform: none;
        color: inherit;
      }
      p {
        margin: 0.4em 0 1.4em;
        max-width: 65ch;
        font: 400 var(--_body) / 1.55 var(--_serif);
      }
      .conventions {
        columns: 320px auto;
        column-gap: 40px;
      }
      fieldset {
        break-inside: avoid;
        margin: 0 0 22px;
        padding: 0;
        border: 0;
        min-width: 0;
      }
      legend {
        padding: 0 0 4px;
        font-weight: 600;
      }
      .changed legend::before {
        content: '';
        display: inline-block;
        width: 7px;
        height: 7px;
        margin-inline-end: 7px;
        vertical-align: 0.1em;
        border-radius: 50%;
        background: var(--_ink);
      }
      label {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0 10px;
        padding: 7px 0;
        border-top: 1px solid var(--_line);
        cursor: pointer;
      }
      input {
        width: 17px;
        height: 17px;
        margin: 2px 0 0;
        accent-color: var(--_ink);
        cursor: pointer;
      }
      .note,
      .tag {
        font-weight: 400;
        font-size: var(--_label);
        color: var(--_soft);
      }
      .note {
        grid-column: 2;
      }
      .tag {
        margin-inline-start: 0.4em;
        padding: 1px 6px;
        border: 1px solid var(--_line);
        border-radius: 999px;
        white-space: nowrap;
      }
      @media (pointer: coarse) {
        label {
          padding-block: 12px;
        }
      }
    `,
  ];

  protected override render(): TemplateResult | typeof nothing {
    const conventions = this.scene?.state.lesson.conventions;
    if (!this.scene) return this.absent();
    if (!conventions?.length) return nothing;
    return html`
      <h3>${words.conventions.title}</h3>
      <p>${words.conventions.intro}</p>
      <div class="conventions">
        ${repeat(
          conventions,
          ({ id }) => id,
          (convention) => this.#convention(convention),
        )}
      </div>
    `;
  }

  #convention({ id, title, choices }: Convention): TemplateResult {
    const chosen = this.scene?.state.choices[id] ?? choices[0]?.id;
    const changed = chosen !== choices[0]?.id;
    return html`
      <fieldset class=${changed ? 'changed' : ''}>
        <legend>${title}${changed ? html` <span class="tag">${words.conventions.changed}</span>` : nothing}</legend>
        ${choices.map((choice, i) => this.#choice(id, choice, choice.id === chosen, i === 0))}
      </fieldset>
    `;
  }

  #choice(convention: string, { id, label, note }: Choice, checked: boolean, own: boolean): TemplateResult {
    const noteId = `note-${convention}-${id}`;
    return html`
      <label>
        <input
          type="radio"
          value=${id}
          name=${convention}
          aria-describedby=${note === undefined ? nothing : noteId}
          .checked=${live(checked)}
          @change=${() => this.dispatchEvent(new ConventionEvent(convention, id))}
        />
        <span>${label}${own ? html` <span class="tag">${words.conventions.own}</span>` : nothing}</span>
        ${note === undefined ? nothing : html`<span class="note" id=${noteId}>${note}</span>`}
      </label>
    `;
  }
}

define('bp-conventions', BpConventions);

declare global {
  interface HTMLElementTagNameMap {
    'bp-conventions': BpConventions;
  }
}
