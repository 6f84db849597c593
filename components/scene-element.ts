import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { findLesson, waiting, type Leader } from './lesson/followers.js';
import type { Scene } from './scene.js';
import { words } from './words.js';

/**
 * A part of a lesson: it shows a scene. A lesson gives one to the parts it is made of; a part that someone put into a
 * page finds its lesson by itself, the one around it or the one that `for` names, and shows the same state.
 */
export abstract class SceneElement extends LitElement {
  /** What to show. Set it only where there is no lesson to follow. */
  @property({ attribute: false }) scene: Scene | undefined;
  /** The id of the `<bp-lesson>` to follow; without it, the lesson around the element. */
  @property({ attribute: 'for' }) htmlFor = '';

  @state() private isLost = false;
  #leader: Leader | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.scene || this.#leader) this.follow();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    waiting.delete(this);
    this.#leader?.unfollow(this);
  }

  /** Look for the lesson, now or as soon as it is in the page. */
  follow(): void {
    this.#leader = undefined;
    const lesson = findLesson(this);
    if (lesson === 'none') return;
    this.isLost = !lesson && document.readyState === 'complete';
    if (!lesson) return void waiting.add(this);
    waiting.delete(this);
    this.#leader = lesson;
    lesson.follow(this);
  }

  /** What stands in place of a scene: the author's own children, and what is wrong. */
  protected absent(): TemplateResult {
    return html`<slot></slot>${
        this.isLost ? html`<span role="alert">${words.lesson.noSuchLesson(this.htmlFor)}</span>` : nothing
      }`;
  }
}
