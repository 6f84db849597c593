import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import type { PathsPlot } from '../../src/index.js';
import { plainName } from '../formula-text.js';
import { words } from '../words.js';
import { sample } from './sample.js';
import type { SurveyedWay } from './survey.js';
import { valueSlot } from './value-slot.js';
import type { WayRow } from './way-rows.js';

const say = words.plots;

/** A way with its numbers, and what its row does. */
export interface TableRow {
  readonly way: SurveyedWay;
  readonly row: WayRow;
  readonly isShown: boolean;
  readonly onToggle: () => void;
  readonly onChoose: () => void;
}

/** The choices side by side after so many updates: the plot's legend, and the plot itself for who does not see it. */
export function wayTable(rows: readonly TableRow[], { x, y }: PathsPlot, iteration: number): TemplateResult {
  const hasState = rows.some(({ row }) => row.kept.length);
  const titles = [
    say.choice,
    say.loss,
    plainName(x.name),
    plainName(y.name),
    ...(hasState ? [say.state] : []),
    say.remark,
  ];
  const caption = say.caption(say.after(iteration));
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table role="table">
      <caption class="visually-hidden">
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${titles.map((title) => html`<th scope="col" role="columnheader">${title}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => rowTemplate(row, hasState))}
      </tbody>
    </table>
  </div>`;
}

function rowTemplate({ way, row, isShown, onToggle, onChoose }: TableRow, hasState: boolean): TemplateResult {
  const { label, isInForce, style, remark } = way;
  const slot = (name: string) => valueSlot(row.value(name), isInForce ? `${name}@${row.iteration}` : undefined);
  const short = (title: string, name: string): TemplateResult =>
    html`<td role="cell" class="short" data-name=${title}>${slot(name)}</td>`;
  return html`<tr role="row" aria-current=${ifDefined(isInForce ? 'true' : undefined)}>
    <th scope="row" role="rowheader">
      <span class="choice-cell">
        <label>
          <input type="checkbox" aria-label=${say.shown(label)} .checked=${live(isShown)} @change=${onToggle} />
          ${sample(style)}
        </label>
        ${
          isInForce
            ? html`${label}<span class="tag">${say.inForce}</span>`
            : html`<button class="link" type="button" @click=${onChoose}>${label}</button>`
        }
      </span>
    </th>
    ${short(say.loss, row.loss)} ${short(plainName(row.x), row.x)} ${short(plainName(row.y), row.y)}
    ${
      hasState
        ? html`<td role="cell" class=${row.kept.length ? '' : 'empty'} data-name=${say.state}>
            <div class="kept">${row.kept.map((name) => html`<span>${plainName(name)} = ${slot(name)}</span>`)}</div>
          </td>`
        : nothing
    }
    <td role="cell" data-name=${say.remark}>${remark}</td>
  </tr>`;
}
