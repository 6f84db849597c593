import { html, type TemplateResult } from 'lit';
import type { Block, Inline, InlinePart } from '../../src/index.js';
import { math } from './math.js';

/** Prose on paper. */
export const proseOf = (blocks: readonly Block[]): readonly TemplateResult[] => blocks.map(blockOf);

function blockOf(block: Block): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlineOf(block.content)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlineOf(item)}</li>`);
      return block.ordered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'code':
      return html`<pre><code>${block.text}</code></pre>`;
    case 'math':
      return html`<div class="equation"><span ${math(block.tex, true)}></span></div>`;
  }
}

const inlineOf = (content: Inline): unknown => content.map((part, i) => partOf(part, content[i - 1], content[i + 1]));

/** What may not begin a line. */
const closing = /^[,.;:!?)’”]+/;

/** A formula holds on to the sign that follows it: a line could break between a formula's box and a comma. */
function partOf(part: InlinePart, before?: InlinePart, after?: InlinePart): unknown {
  switch (part.kind) {
    case 'text':
      return before?.kind === 'math' ? part.text.replace(closing, '') : part.text;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'math': {
      const sign = after?.kind === 'text' ? (closing.exec(after.text)?.[0] ?? '') : '';
      return html`<span class="unbroken"><span ${math(part.tex)}></span>${sign}</span>`;
    }
    case 'emphasis':
      return html`<em>${inlineOf(part.content)}</em>`;
    case 'strong':
      return html`<strong>${inlineOf(part.content)}</strong>`;
    case 'link':
      return /^(https?:\/\/|mailto:)/i.test(part.href.trim())
        ? html`<a href=${part.href} rel="noopener">${inlineOf(part.content)}</a>`
        : inlineOf(part.content);
    case 'number':
    case 'step':
      throw new Error('Prose on paper has its numbers written out.');
  }
}
