import { html, nothing, type TemplateResult } from 'lit';
import { hasOwnValues, lastConfirmedIteration, sentence, type Complaint } from '../../src/index.js';
import { withCode } from '../with-code.js';
import { words } from '../words.js';
import type { LessonModel } from './model.js';

/** What can be done about complaints: put them away, or, where nothing could be opened at all, try again. */
export interface Remedy {
  readonly dismiss?: () => void;
  readonly retry?: () => void;
}

/** What of a request could not be used. */
export function complaintList(complaints: readonly Complaint[], { dismiss, retry }: Remedy): unknown {
  if (!complaints.length) return nothing;
  return html`<div class="banner warning" role="alert">
    ${dismiss ? html`<strong>${words.notices.linkComplaints}</strong>` : nothing}
    <ul>
      ${complaints.map((complaint) => html`<li>${withCode(sentence(complaint))}</li>`)}
    </ul>
    ${dismiss ? html`<button @click=${dismiss}>${words.notices.dismiss}</button>` : nothing}
    ${
      retry && complaints.some((complaint) => complaint.retry)
        ? html`<button @click=${retry}>${words.lesson.retry}</button>`
        : nothing
    }
  </div>`;
}

/** What the reader should know about the state: edits, paper mode, a part that failed, digits not yet proven. */
export function notices(model: LessonModel, reset: () => void): TemplateResult {
  const { state: current, proving } = model;
  const last = lastConfirmedIteration;
  return html`
    ${model.displaced ? html`<p class="banner" role="status">${words.notices.displaced(model.displaced)}</p>` : nothing}
    ${
      hasOwnValues(current)
        ? nothing
        : html`<p class="banner changed" role="status">
            <span><span aria-hidden="true">▴</span> ${words.notices.changed}</span>
            <button @click=${reset}>${words.notices.reset}</button>
            <button @click=${() => model.undo()}>${words.notices.undo}</button>
          </p>`
    }
    ${
      current.paper
        ? html`<p class="banner" role="status">
            <span>${words.notices.paper(current.digits)}</span>
            <button @click=${() => model.walk({ ...current, paper: false })}>${words.notices.exactAgain}</button>
          </p>`
        : nothing
    }
    ${model.problem ? html`<p class="banner warning" role="alert">${model.problem}</p>` : nothing}
    ${
      model.provesOnDemand && !model.proven
        ? html`<p class="banner" role="status">
            ${
              proving
                ? html`<span>${words.notices.proving(proving.done, proving.total)}</span>
                    <progress max=${proving.total} .value=${proving.done}></progress>
                    <button @click=${() => model.cancelProof()}>${words.notices.cancel}</button>`
                : html`<span>${words.notices.unproven(last)}</span>
                    <button @click=${() => void model.proveHere()}>${words.notices.prove}</button>`
            }
          </p>`
        : nothing
    }
  `;
}
