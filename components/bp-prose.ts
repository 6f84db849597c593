import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Reveal, type Block } from '../src/index.js';
import './bp-formula.js';
import { define } from './define.js';
import { renderInline } from './prose/inline.js';
import { proseStyles } from './prose/prose-styles.js';
import { introductionOf, sectionsOf } from './prose/sections.js';
import { SceneElement } from './scene-element.js';
import type { Scene } from './scene.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { words } from './words.js';

/**
 * @summary What the lesson says about the current step, once its result is shown.
 * @fires bp-step - Someone followed a link to a step.
 * @attr notes - Shows the notes for the instructor too.
 * @csspart notes - The instructor's notes.
 */
export class BpProse extends SceneElement {
  static override styles = [tokens, base, proseStyles];

  @property({ type: Boolean }) notes = false;
  /** Shows nothing but the notes, and the element's children where there are none. */
  @property({ type: Boolean, attribute: 'notes-only' }) notesOnly = false;
  /** Nothing to press: numbers and links to steps are text. */
  @property({ type: Boolean }) still = false;

  protected override render(): TemplateResult | typeof nothing {
    const { scene } = this;
    if (!scene) return this.absent();
    const introduction = introductionOf(scene);
    const sections = sectionsOf(scene);
    const notes = [...introduction, ...sections].flatMap((section) => section.notes);
    if (this.notesOnly) return html`${notes.length ? this.#blocks(notes, scene) : html`<slot></slot>`}`;
    // It would give the result away. Its place is kept, so that nothing moves when the result appears.
    const waits = scene.state.reveal !== Reveal.result;
    this.toggleAttribute('data-empty', introduction.length + sections.length === 0);
    return html`
      ${introduction.map(({ blocks }) => html`<div class="introduction">${this.#blocks(blocks, scene)}</div>`)}
      <div class=${waits ? 'waits' : ''}>${sections.map(({ blocks }) => this.#blocks(blocks, scene))}</div>
      ${
        this.notes && notes.length
          ? html`<details part="notes">
              <summary>${words.prose.notes}</summary>
              ${this.#blocks(notes, scene)}
            </details>`
          : nothing
      }
    `;
  }

  #blocks(blocks: readonly Block[], scene: Scene): unknown {
    return blocks.map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return html`<p>${renderInline(block.content, scene, this.still)}</p>`;
        case 'list': {
          const items = block.items.map((item) => html`<li>${renderInline(item, scene, this.still)}</li>`);
          return block.ordered
            ? html`<ol>
                ${items}
              </ol>`
            : html`<ul>
                ${items}
              </ul>`;
        }
        case 'code':
          return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
        case 'math':
          return html`<bp-formula .tex=${block.tex} .display=${true}></bp-formula>`;
      }
    });
  }
}

define('bp-prose', BpProse);

declare global {
  interface HTMLElementTagNameMap {
    'bp-prose': BpProse;
  }
}
