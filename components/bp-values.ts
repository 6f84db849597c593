import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { hasOwnValues, setupOf, type Given } from '../src/index.js';
import './bp-number.js';
import { define } from './define.js';
import { ResetEvent, ValueEvent } from './events/index.js';
import { plainSymbol } from './formula-text.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { Drafts } from './values/drafts.js';
import { nudge } from './values/nudge.js';
import { valuesStyles } from './values/values-styles.js';
import { words } from './words.js';

const roles = ['input', 'target', 'constant', 'parameter'] as const;

/**
 * @summary Every given number, by what it is for, to be edited.
 * @fires bp-value - Someone gave a number, or took the lesson's own back.
 * @fires bp-reset - Someone asked for all of the lesson's own values.
 */
export class BpValues extends LitElement {
  static override styles = [tokens, base, valuesStyles];

  @property({ attribute: false }) scene?: Scene;

  readonly #drafts = new Drafts();
  #own: ReadonlyMap<string, string> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('scene') || !this.scene) return;
    this.#drafts.follow(textsOf(this.scene.setup.given));
    this.#own = textsOf(setupOf({ ...this.scene.state, edits: {} }).given);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scene } = this;
    if (!scene) return nothing;
    const { iteration } = scene.state;
    return html`
      <h2>${words.values.title}</h2>
      <div class="groups ${iteration > 0 ? 'wide' : ''}" tabindex="-1">
        ${roles.map((role) => this.#group(scene, role))}
      </div>
      <p class="soft">${iteration > 0 ? words.values.fromTheStart : words.values.keys}</p>
      ${hasOwnValues(scene.state) ? nothing : html`<button @click=${this.#reset}>${words.values.reset}</button>`}
    `;
  }

  #group(scene: Scene, role: Given['role']): TemplateResult | typeof nothing {
    const given = scene.setup.given.filter((each) => each.role === role);
    if (!given.length) return nothing;
    const [title, meaning] = words.values.roles[role];
    const { iteration } = scene.state;
    const moves = role === 'parameter' && iteration > 0;
    return html`
      <section>
        <h3 id="title-${role}">${title}<span>, ${meaning}</span></h3>
        <table aria-labelledby="title-${role}">
          <thead class=${moves ? '' : 'visually-hidden'}>
            <tr>
              <th scope="col">${words.values.name}</th>
              <th scope="col">${words.values.given}</th>
              ${moves ? html`<th scope="col">${words.values.now(iteration)}</th>` : nothing}
            </tr>
          </thead>
          ${repeat(
            given,
            ({ name }) => name,
            (each) => this.#entry(scene, each, moves),
          )}
        </table>
      </section>
    `;
  }

  #entry(scene: Scene, given: Given, moves: boolean): TemplateResult {
    const { name, text } = given;
    const { typed, error, hint } = this.#drafts.of(name);
    const own = this.#own.get(name);
    const edited = own !== undefined && own !== text;
    const label = plainSymbol(name);
    const remark = error ?? hint;
    const below = edited || remark !== undefined;
    return html`
      <tbody class=${edited ? 'edited' : ''} tabindex="-1">
        <tr class=${below ? 'above' : ''}>
          <th scope="row">
            ${label}${edited ? html`<span class="visually-hidden"> ${words.values.edited}</span>` : nothing}
          </th>
          <td>
            <input
              name=${name}
              inputmode="decimal"
              autocomplete="off"
              spellcheck="false"
              aria-label=${words.values.field(label)}
              aria-invalid=${error === undefined ? 'false' : 'true'}
              aria-describedby=${remark === undefined ? nothing : `remark-${name}`}
              .value=${live(typed ?? text)}
              @input=${(event: Event) => this.#onInput(name, event)}
              @change=${() => this.#commit(given)}
              @blur=${() => this.#commit(given)}
              @keydown=${(event: KeyboardEvent) => this.#onKey(given, event)}
            />
          </td>
          ${moves ? html`<td><bp-number .scene=${scene} ref=${name}></bp-number></td>` : nothing}
        </tr>
        ${below ? this.#below(given, edited ? own : undefined, moves) : nothing}
      </tbody>
    `;
  }

  /** What there is to say about an entry, in a row of its own so that it may be as wide as the table. */
  #below({ name }: Given, own: string | undefined, moves: boolean): TemplateResult {
    const { error, hint } = this.#drafts.of(name);
    const remark = error ?? hint;
    const kind = error === undefined ? 'soft' : 'error';
    const role = error === undefined ? 'status' : 'alert';
    return html`<tr class="below">
      <td></td>
      <td colspan=${moves ? 2 : 1}>
        ${own === undefined ? nothing : this.#revert(name, own)}
        ${remark === undefined ? nothing : html`<p class=${kind} id="remark-${name}" role=${role}>${remark}</p>`}
      </td>
    </tr>`;
  }

  #revert(name: string, own: string): TemplateResult {
    const label = plainSymbol(name);
    return html`${words.values.own} ${own}
      <button
        class="revert"
        aria-label=${words.values.revert(label)}
        title=${words.values.revert(label)}
        @click=${(event: Event) => this.#takeBack(name, event)}
      >
        <span aria-hidden="true">↺</span>
      </button>`;
  }

  #send(name: string, text: string | undefined): void {
    this.dispatchEvent(new ValueEvent(name, text === this.#own.get(name) ? undefined : text));
  }

  /** The button goes away with the edit, so the focus moves to what stays. */
  #takeBack(name: string, event: Event): void {
    (event.currentTarget as HTMLElement).closest('tbody')?.focus();
    this.#send(name, undefined);
  }

  #reset(): void {
    this.renderRoot.querySelector<HTMLElement>('.groups')?.focus();
    this.dispatchEvent(new ResetEvent());
  }

  #onInput(name: string, event: Event): void {
    this.#drafts.type(name, (event.target as HTMLInputElement).value);
  }

  #commit({ name, text: before }: Given): void {
    const text = this.#drafts.commit(name, plainSymbol(name));
    if (text !== undefined && text !== before) this.#send(name, text);
    this.requestUpdate();
  }

  #onKey(given: Given, event: KeyboardEvent): void {
    const { name } = given;
    const field = event.target as HTMLInputElement;
    if (event.key === 'Enter') return this.#commit(given);
    if (event.key === 'Escape') {
      if (this.#drafts.of(name).typed === undefined) return;
      // Escape also closes a dialog around the table; this press only takes back what was typed.
      event.preventDefault();
      event.stopPropagation();
      this.#drafts.drop(name);
      return this.requestUpdate();
    }
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    const nudged = by && nudge(field.value.trim(), by);
    if (nudged === undefined) return;
    event.preventDefault();
    this.#drafts.type(name, nudged);
    this.#commit(given);
  }
}

const textsOf = (given: readonly Given[]): ReadonlyMap<string, string> =>
  new Map(given.map(({ name, text }) => [name, text]));

define('bp-values', BpValues);

declare global {
  interface HTMLElementTagNameMap {
    'bp-values': BpValues;
  }
}
