import { html, type TemplateResult } from 'lit';
import type { Inline, InlinePart } from '../../src/index.js';
import '../bp-formula.js';
import '../bp-number.js';
import { StepEvent } from '../events/index.js';
import type { Scene } from '../scene.js';

/** Running text as elements: live numbers, formulas, and links to steps. */
export function renderInline(inline: Inline, scene: Scene, isStill = false): unknown {
  return inline.map((part) => renderPart(part, scene, isStill));
}

function renderPart(part: InlinePart, scene: Scene, isStill: boolean): unknown {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'emphasis':
      return html`<em>${renderInline(part.content, scene, isStill)}</em>`;
    case 'strong':
      return html`<strong>${renderInline(part.content, scene, isStill)}</strong>`;
    case 'code':
      return html`<code>${part.text}</code>`;
    case 'math':
      return html`<bp-formula .tex=${part.tex}></bp-formula>`;
    case 'number':
      return html`<bp-number ?still=${isStill} .scene=${scene} of=${part.ref}></bp-number>`;
    case 'step':
      return isStill
        ? renderInline(part.content, scene, isStill)
        : stepLink(part.ref, renderInline(part.content, scene, isStill));
    case 'link':
      return link(part.href, renderInline(part.content, scene, isStill));
  }
}

/** A button, since it leads to no address of its own: the lesson decides whether it writes one. */
const stepLink = (ref: string, content: unknown): TemplateResult =>
  html`<button class="link" @click=${(event: Event) => event.currentTarget?.dispatchEvent(new StepEvent(ref))}>
    ${content}
  </button>`;

/** Anyone's lesson may be shown, so only addresses that open a page or a mail become links. */
const link = (href: string, content: unknown): unknown =>
  /^(https?:\/\/|mailto:|[^:]*$)/i.test(href.trim()) ? html`<a href=${href} rel="noopener">${content}</a>` : content;
