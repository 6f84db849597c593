import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { hasOwnValues, timeSteps, type Given } from '../src/index.js';
import './bp-number.js';
import { define } from './define.js';
import { ResetEvent, ValueEvent } from './events/index.js';
import { plainSymbol } from './formula-text.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { Drafts } from './values/drafts.js';
import { entriesOf, type Entry } from './values/entries.js';
import { nudge } from './values/nudge.js';
import { OwnTexts, textsOf } from './values/own-texts.js';
import { refusal } from './values/refusal.js';
import { valuesStyles } from './values/values-styles.js';
import { words } from './words.js';

/** Below a field there is room for as many digits as in the diagram; the others stand in the table of gradients. */
const fieldDigits = 3;

const roles = ['input', 'target', 'constant', 'parameter'] as const;

/**
 * @summary Every given number, by what it is for, to be edited.
 * @fires bp-value - Someone gave a number, or took the lesson's own back.
 * @fires bp-reset - Someone asked for all of the lesson's own values.
 */
export class BpValues extends SceneElement {
  static override styles = [tokens, base, valuesStyles];

  readonly #drafts = new Drafts();
  readonly #ownTexts = new OwnTexts();
  #own: ReadonlyMap<string, string> = new Map();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('scene') || !this.scene) return;
    this.#drafts.follow(textsOf(this.scene.setup.given));
    this.#own = this.#ownTexts.of(this.scene.state);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { scene } = this;
    if (!scene) return this.absent();
    const { iteration } = scene.state;
    const entries = entriesOf(scene);
    const isWide = iteration > 0 || entries.some(({ rows }) => rows.length > 1 && rows[0]!.length > 3);
    return html`
      <h2>${words.values.title}</h2>
      <div class="groups ${isWide ? 'wide' : ''}" tabindex="-1">
        ${roles.map((role) => this.#group(scene, role, entries))}
      </div>
      <p class="soft">${iteration > 0 ? words.values.fromTheStart : words.values.keys}</p>
      ${hasOwnValues(scene.state) ? nothing : html`<button @click=${this.#reset}>${words.values.reset}</button>`}
    `;
  }

  #group(scene: Scene, role: Given['role'], all: readonly Entry[]): TemplateResult | typeof nothing {
    const entries = all.filter(({ rows }) => rows[0]![0]!.role === role);
    if (!entries.length) return nothing;
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
            entries,
            ({ name }) => name,
            (entry) => (entry.shape ? this.#tensor(scene, entry, moves) : this.#entry(scene, entry, moves)),
          )}
        </table>
      </section>
    `;
  }

  #entry(scene: Scene, { rows, isLabel }: Entry, moves: boolean): TemplateResult {
    const given = rows[0]![0]!;
    const { name, text } = given;
    const { error, hint } = this.#drafts.of(name);
    const own = this.#own.get(name);
    const edited = own !== undefined && own !== text;
    const label = plainSymbol(name);
    const below = edited || (error ?? hint) !== undefined;
    return html`
      <tbody class=${edited ? 'edited' : ''} tabindex="-1">
        <tr class=${below ? 'above' : ''}>
          <th scope="row">
            ${label}${edited ? html`<span class="visually-hidden"> ${words.values.edited}</span>` : nothing}
          </th>
          <td>
            ${this.#field(given, isLabel)}
            ${isLabel ? html`<span class="kind">${name === timeSteps ? words.values.timeSteps : words.values.classNumber}</span>` : nothing}
          </td>
          ${moves ? html`<td><bp-number .scene=${scene} of=${name}></bp-number></td>` : nothing}
        </tr>
        ${below ? this.#below(given, edited ? own : undefined, moves) : nothing}
      </tbody>
    `;
  }

  /** A vector or matrix: its fields as they stand in it, and below them what there is to say of single ones. */
  #tensor(scene: Scene, { name, shape, rows, hidden, isLabel }: Entry, moves: boolean): TemplateResult {
    const label = plainSymbol(name);
    const size = shape!.join(' × ');
    const shown = rows.flat().filter((each) => each !== undefined);
    const remarks = shown.filter(({ name: each, text }) => {
      const own = this.#own.get(each);
      const { error, hint } = this.#drafts.of(each);
      return (own !== undefined && own !== text) || (error ?? hint) !== undefined;
    });
    return html`
      <tbody tabindex="-1">
        <tr class="tensor ${remarks.length || hidden ? 'above' : ''}">
          <th scope="row">${label} <span class="kind">${size}</span></th>
          <td colspan=${moves ? 2 : 1}>
            <div
              class="fields ${rows.length === 1 ? 'vector' : ''}"
              role="group"
              aria-label=${words.values.fields(label, size)}
            >
              ${rows.map(
                (row) =>
                  html`<div class="line">
                    ${row.map((each) =>
                      each
                        ? html`<span class="cell">
                            ${this.#field(each, isLabel)}${
                              moves
                                ? html`<bp-number .scene=${scene} of=${each.name} .digits=${fieldDigits}></bp-number>`
                                : nothing
                            }
                          </span>`
                        : html`<span class="cell" aria-hidden="true">⋯</span>`,
                    )}
                  </div>`,
              )}
            </div>
            ${isLabel ? html`<span class="kind">${words.values.classNumbers}</span>` : nothing}
          </td>
        </tr>
        ${
          hidden
            ? html`<tr class="below">
                <td></td>
                <td colspan="2">${words.values.partly(shown.length, hidden)}</td>
              </tr>`
            : nothing
        }
        ${repeat(
          remarks,
          (each) => each.name,
          (each) => this.#remark(each, moves),
        )}
      </tbody>
    `;
  }

  /** What there is to say of one element. */
  #remark(given: Given, moves: boolean): TemplateResult {
    const own = this.#own.get(given.name);
    return this.#below(given, own !== given.text ? own : undefined, moves, plainSymbol(given.name));
  }

  #field(given: Given, isLabel: boolean): TemplateResult {
    const { name, text } = given;
    const { typed, error, hint } = this.#drafts.of(name);
    const own = this.#own.get(name);
    const label = plainSymbol(name);
    return html`<input
      class=${own !== undefined && own !== text ? 'changed' : ''}
      name=${name}
      inputmode=${isLabel ? 'numeric' : 'decimal'}
      autocomplete="off"
      spellcheck="false"
      aria-label=${name === timeSteps ? words.values.timeStepsField(label) : isLabel ? words.values.classField(label) : words.values.field(label)}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${(error ?? hint) === undefined ? nothing : `remark-${name}`}
      .value=${live(typed ?? text)}
      @input=${(event: Event) => this.#onInput(name, event)}
      @change=${() => this.#commit(given)}
      @blur=${() => this.#commit(given)}
      @keydown=${(event: KeyboardEvent) => this.#onKey(given, event)}
    />`;
  }

  /** What there is to say about an entry, in a row of its own so that it may be as wide as the table. */
  #below({ name }: Given, own: string | undefined, moves: boolean, label?: string): TemplateResult {
    const { error, hint } = this.#drafts.of(name);
    const remark = error ?? hint;
    const kind = error === undefined ? 'soft' : 'error';
    const role = error === undefined ? 'status' : 'alert';
    return html`<tr class="below">
      <td></td>
      <td colspan=${moves ? 2 : 1}>
        ${label === undefined ? nothing : html`<span class="whose">${label}</span>`}
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
    const { state } = this.scene!;
    const text = this.#drafts.commit(name, plainSymbol(name), (each) => refusal(state, name, each));
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

define('bp-values', BpValues);

declare global {
  interface HTMLElementTagNameMap {
    'bp-values': BpValues;
  }
}
