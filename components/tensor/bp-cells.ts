import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import type { FactorRole } from '../../src/index.js';
import { define } from '../define.js';
import { relation } from '../derivation/chips.js';
import { SelectEvent, StepEvent } from '../events/index.js';
import { plainName, spoken } from '../formula-text.js';
import { afterPaint } from '../lesson/idle.js';
import { numberStyles } from '../number/number-styles.js';
import { numberSlot, numberState } from '../number/number-text.js';
import type { Scene } from '../scene.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { words } from '../words.js';
import { cellsStyles } from './cells-styles.js';
import { shownRange, type Gap } from './shown-range.js';

/** References of numbers, row by row. `undefined`: exactly 0. */
export type Cells = readonly (readonly (string | undefined)[])[];

/** What rows and columns are called. */
export interface Heads {
  readonly row: (at: number) => string;
  readonly column: (at: number) => string;
  /** A vector needs no heads over its one column. */
  readonly columns: boolean;
}

type Place = readonly [row: number, column: number];

/**
 * @summary A grid of numbers: a table with heads, or a matrix in brackets. Arrow keys move inside, Enter opens a number's step.
 * @fires {StepEvent} bp-step - Someone opens a number.
 * @fires {SelectEvent} bp-select - Someone points at or focuses a number, or leaves it.
 */
export class BpCells extends LitElement {
  static override styles = [tokens, base, numberStyles, cellsStyles];

  @property({ attribute: false }) scene: Scene | undefined;
  @property({ attribute: false }) cells: Cells = [];
  /** What it is called, for screen readers. */
  @property() label = '';
  /** With them it is a table, without them a matrix in brackets. */
  @property({ attribute: false }) heads: Heads | undefined;
  /** The number that the current step is about. */
  @property() current = '';
  /** The places, `row,column` from 0, of the numbers that the current one is made from. */
  @property({ attribute: false }) made: ReadonlySet<string> = none;
  /** What they are in the current step. */
  @property() kind: FactorRole | 'plain' = 'plain';
  /** References to highlight. */
  @property({ attribute: false }) lit: readonly string[] = [];
  /** Its numbers are not revealed yet. */
  @property({ type: Boolean }) waits = false;
  /** A single number, without brackets. */
  @property({ type: Boolean }) bare = false;
  /** More rows or columns than this are shown in part. */
  @property({ type: Number }) most = 12;

  /** The number that Tab reaches. */
  @state() private stop: Place | undefined;
  /** Rows and columns that were asked for. */
  @state() private opened: { readonly rows: readonly number[]; readonly columns: readonly number[] } = nothingOpened;
  #key = '';

  protected override willUpdate(changes: PropertyValues<this>): void {
    const key = `${this.cells.length} ${this.cells[0]?.length} ${this.cells[0]?.[0]} ${this.cells.at(-1)?.at(-1)}`;
    if (key !== this.#key) this.opened = nothingOpened;
    if (key !== this.#key || changes.has('current')) this.stop = undefined;
    this.#key = key;
  }

  protected override updated(changes: PropertyValues<this>): void {
    if (changes.has('current') || changes.has('cells')) afterPaint(() => this.#showCurrent());
  }

  protected override render() {
    const { scene, cells, heads } = this;
    if (!scene || !cells.length) return nothing;
    const at = this.#place(this.current) ?? this.#firstMade();
    const stop = this.stop ?? at ?? [0, 0];
    const [rows, columns] = ([0, 1] as const).map((axis) => {
      const count = axis ? cells[0]!.length : cells.length;
      const opened = axis ? this.opened.columns : this.opened.rows;
      return shownRange(count, this.most, [...(at ? [at[axis]] : []), stop[axis], ...opened]);
    }) as [Shown, Shown];
    const pads = columns.map((column) => (typeof column === 'number' ? this.#widest(rows, column) : ''));
    return html`<div class="frame ${heads ? 'headed' : this.bare ? '' : 'brackets'} ${this.kind}">
      <div class="scroll" @click=${this.#onClick} @keydown=${this.#onKey}>
        <table
          role="grid"
          aria-label=${this.label}
          aria-rowcount=${ifDefined(rows.some(isGap) ? cells.length : undefined)}
          aria-colcount=${ifDefined(columns.some(isGap) ? cells[0]!.length : undefined)}
          @pointerover=${this.#onPoint}
          @pointerout=${this.#onLeave}
          @focusin=${this.#onPoint}
          @focusout=${this.#onLeave}
        >
          ${heads?.columns ? this.#columnHeads(columns, heads, at) : nothing}
          <tbody>
            ${repeat(rows, keyOf, (row, i) =>
              isGap(row)
                ? this.#gapRow(row, columns)
                : html`<tr aria-rowindex=${ifDefined(rows.some(isGap) ? row + 1 : undefined)}>
                    ${heads ? html`<th scope="row" class=${at?.[0] === row ? 'on' : ''}>${heads.row(row + 1)}</th>` : nothing}
                    ${repeat(columns, keyOf, (column, j) =>
                      isGap(column)
                        ? html`<td class="gap">${i === 0 && !heads?.columns ? this.#more(column, 'columns') : '⋯'}</td>`
                        : this.#cell([row, column], { at, stop, pad: pads[j]!, isPart: columns.some(isGap) }),
                    )}
                  </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>`;
  }

  #columnHeads(columns: Shown, heads: Heads, at: Place | undefined): TemplateResult {
    return html`<thead>
      <tr>
        <td class="corner"></td>
        ${columns.map((column) =>
          isGap(column)
            ? html`<td class="gap">${this.#more(column, 'columns')}</td>`
            : html`<th scope="col" class=${at?.[1] === column ? 'on' : ''}>${heads.column(column + 1)}</th>`,
        )}
      </tr>
    </thead>`;
  }

  #gapRow(gap: Gap, columns: Shown): TemplateResult {
    const cells = this.heads ? columns : columns.slice(1);
    return html`<tr class="gaps">
      ${this.heads ? html`<th scope="row">${this.#more(gap, 'rows')}</th>` : html`<td class="gap">${this.#more(gap, 'rows')}</td>`}
      ${cells.map(() => html`<td class="gap">⋮</td>`)}
    </tr>`;
  }

  /** What is left out can be had, some at a time. */
  #more({ from, to }: Gap, axis: 'rows' | 'columns'): TemplateResult {
    const { heads } = this;
    const name = (at: number): string =>
      axis === 'rows' ? (heads?.row ?? words.tensor.row)(at + 1) : (heads?.column ?? words.tensor.column)(at + 1);
    const last = Math.min(to, from + atOnce - 1);
    const open = (): void => {
      const more = Array.from({ length: last - from + 1 }, (_, i) => from + i);
      this.opened = { ...this.opened, [axis]: [...this.opened[axis], ...more] };
    };
    return html`<button
      type="button"
      class="more"
      aria-label=${words.tensor.between(name(from), name(last))}
      @click=${open}
    >
      ${axis === 'rows' ? '⋮' : '⋯'}
    </button>`;
  }

  #cell([row, column]: Place, { at, stop, pad, isPart }: Surroundings): TemplateResult {
    const { scene, current, lit, heads } = this;
    const ref = this.cells[row]![column];
    const isMade = this.made.has(`${row},${column}`);
    if (ref === undefined) {
      const filled = pad.slice(0, -1);
      return html`<td class="zero ${isMade ? 'made' : ''}" title=${words.tensor.nothingLeadsThere}>
        <span class="pad">${filled}</span>0
      </td>`;
    }
    const isCurrent = ref === current;
    const name = spoken(plainName(ref, scene!.setup.loss));
    const { text } = numberState(scene!, ref);
    return html`<td
      class=${classMap({
        current: isCurrent,
        cross: heads !== undefined && (at?.[0] === row || at?.[1] === column),
        made: isMade,
        lit: lit.includes(ref),
      })}
      aria-colindex=${ifDefined(isPart ? column + 1 : undefined)}
    >
      <button
        type="button"
        data-at="${row},${column}"
        data-ref=${ref}
        tabindex=${stop[0] === row && stop[1] === column ? 0 : -1}
        aria-current=${ifDefined(isCurrent ? 'true' : undefined)}
        aria-label=${words.tensor.cell(name, relation(scene!, ref), text)}
      >
        <span class="pad">${pad.slice(0, pad.length - wholeOf(text).length)}</span>${numberSlot(scene!, ref)}
      </button>
    </td>`;
  }

  /** The longest beginning of a column's numbers: their points stand below each other. */
  #widest(rows: Shown, column: number): string {
    const wholes = rows.flatMap((row) => {
      const ref = isGap(row) ? undefined : this.cells[row]![column];
      return ref === undefined ? '0' : wholeOf(numberState(this.scene!, ref).text);
    });
    const digits = Math.max(...wholes.map((whole) => whole.replace('−', '').length));
    return (wholes.some((whole) => whole.startsWith('−')) ? '−' : '') + '0'.repeat(digits);
  }

  #place(ref: string): Place | undefined {
    const row = this.cells.findIndex((each) => each.includes(ref));
    return row < 0 ? undefined : [row, this.cells[row]!.indexOf(ref)];
  }

  #firstMade(): Place | undefined {
    const [first] = this.made;
    return first === undefined ? undefined : placeAt(first);
  }

  /** Only inside its own box: the page stays where it is. */
  #showCurrent(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.scroll');
    const cell = box?.querySelector('.current, .made');
    if (!box || !cell || box.scrollWidth <= box.clientWidth) return;
    const [inner, outer] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right)
      box.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  }

  readonly #onClick = (event: Event): void => {
    const { ref, at = '' } = buttonAt(event.target)?.dataset ?? {};
    if (ref === undefined) return;
    this.stop = placeAt(at);
    this.dispatchEvent(new StepEvent(ref));
  };

  readonly #onPoint = (event: Event): void => {
    const ref = buttonAt(event.target)?.dataset.ref;
    const from = buttonAt((event as PointerEvent | FocusEvent).relatedTarget)?.dataset.ref;
    if (ref !== undefined && ref !== from) this.dispatchEvent(new SelectEvent([ref]));
  };

  readonly #onLeave = (event: Event): void => {
    const to = (event as PointerEvent | FocusEvent).relatedTarget;
    if (buttonAt(event.target) && !buttonAt(to)) this.dispatchEvent(new SelectEvent([]));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const { at } = buttonAt(event.target)?.dataset ?? {};
    if (at === undefined || event.altKey || event.shiftKey) return;
    const to = this.#target(event, placeAt(at));
    if (!to) return;
    event.preventDefault();
    void this.#focus(to);
  };

  #target({ key, ctrlKey, metaKey }: KeyboardEvent, [row, column]: Place): Place | undefined {
    const [bottom, right] = [this.cells.length - 1, this.cells[0]!.length - 1];
    if (ctrlKey || metaKey) {
      if (key === 'Home') return this.#nextNumber([0, -1], [0, 1]);
      return key === 'End' ? this.#nextNumber([bottom, right + 1], [0, -1]) : undefined;
    }
    switch (key) {
      case 'ArrowUp':
        return this.#nextNumber([row, column], [-1, 0]);
      case 'ArrowDown':
        return this.#nextNumber([row, column], [1, 0]);
      case 'ArrowLeft':
        return this.#nextNumber([row, column], [0, -1]);
      case 'ArrowRight':
        return this.#nextNumber([row, column], [0, 1]);
      case 'Home':
        return this.#nextNumber([row, -1], [0, 1]);
      case 'End':
        return this.#nextNumber([row, right + 1], [0, -1]);
    }
    return undefined;
  }

  /** The next number in a direction; where there is none, the last one stays. */
  #nextNumber(from: Place, [down, along]: Place): Place {
    let [row, column] = from;
    do {
      row += down;
      column += along;
      if (this.cells[row]?.[column] !== undefined) return [row, column];
    } while (this.cells[row] && column >= 0 && column < this.cells[row]!.length);
    return from;
  }

  async #focus([row, column]: Place): Promise<void> {
    if (this.cells[row]?.[column] === undefined) return;
    this.stop = [row, column];
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-at="${row},${column}"]`)?.focus();
  }
}

/** What a cell is told of its grid. */
interface Surroundings {
  /** The current number's place. */
  readonly at: Place | undefined;
  /** The place that Tab reaches. */
  readonly stop: Place;
  /** The longest beginning of a number in its column. */
  readonly pad: string;
  /** Some columns are left out. */
  readonly isPart: boolean;
}

type Shown = readonly (number | Gap)[];

const none: ReadonlySet<string> = new Set();
const nothingOpened = { rows: [], columns: [] };
/** How many rows or columns come at a time. */
const atOnce = 8;

const placeAt = (text: string): Place => text.split(',').map(Number) as [number, number];
const isGap = (each: number | Gap): each is Gap => typeof each !== 'number';
const keyOf = (each: number | Gap): number | string => (isGap(each) ? `gap ${each.from}` : each);

/** A number's sign and the digits before its point. */
const wholeOf = (text: string): string => /^−?\d*/.exec(text)![0];

/** The number's button that an event is about. */
function buttonAt(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-ref]') ?? undefined) : undefined;
}

define('bp-cells', BpCells);

declare global {
  interface HTMLElementTagNameMap {
    'bp-cells': BpCells;
  }
}
