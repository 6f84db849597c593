import { html, nothing, type TemplateResult } from 'lit';
import type { Complaint, Place } from '../../src/index.js';
import { withCode } from '../with-code.js';
import { words } from '../words.js';

const say = words.program;

/** What is wrong, each with a way to its place. */
export function renderComplaints(complaints: readonly Complaint[], goTo: (place: Place) => void): TemplateResult {
  return html`<div id="complaints" role="alert" class="complaints">
    ${
      complaints.length
        ? html`<p>${say.wrong(complaints.length)}</p>
            <ul>
              ${complaints.map(
                ({ message, at }) =>
                  html`<li>
                    ${
                      at?.line === undefined
                        ? nothing
                        : html`<button type="button" class="link" @click=${() => goTo(at)}>${say.line(at.line)}</button
                            >: `
                    }
                    ${withCode(message)}
                  </li>`,
              )}
            </ul>`
        : nothing
    }
  </div>`;
}

/** Where a line (and column) begins in a text. */
export function offsetOf(text: string, { line = 1, column = 1 }: Place): number {
  const rows = text.split('\n');
  const before = rows.slice(0, line - 1).reduce((sum, row) => sum + row.length + 1, 0);
  return Math.min(before + Math.min(column - 1, rows[line - 1]?.length ?? 0), text.length);
}
