import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { lessonIn } from '../src/index.js';
import { define } from './define.js';
import { base } from './styles/base.js';
import { tokens } from './styles/tokens.js';
import { course, type About } from './tutor/course.js';
import { course as say } from './words/course.js';

/**
 * @summary The course: every lesson in order, what it is about and what it needs first; or, at the end of a lesson, the way on.
 * @csspart lesson - One lesson of the list.
 */
export class BpCourse extends LitElement {
  static override styles = [
    tokens,
    base,
    css`
      :host {
        background: var(--_paper);
      }
      main {
        max-width: 44rem;
        min-height: 100dvh;
        margin: 0 auto;
        padding: 1.5rem clamp(1rem, 3vw, 3rem) 4rem;
        font: 400 var(--_body) / 1.55 var(--_serif);
      }
      h1 {
        margin: 1.2rem 0 0.5rem;
        font: 600 calc(1.25 * var(--_question)) / 1.25 var(--_serif);
      }
      /* It takes the focus when the page changes, not when someone asks for it. */
      h1:focus-visible {
        outline: none;
      }
      ol {
        margin: 2rem 0 0;
        padding: 0;
        list-style: none;
        counter-reset: lesson;
      }
      li {
        position: relative;
        padding: 1.1rem 0 1.2rem 3rem;
        border-top: 1px solid var(--_line);
        counter-increment: lesson;
      }
      li::before {
        content: counter(lesson);
        position: absolute;
        left: 0;
        top: 1.05rem;
        font: 400 calc(1.25 * var(--_question)) / 1.2 var(--_serif);
        color: var(--_soft);
      }
      h2 {
        margin: 0;
        font: 600 calc(0.8 * var(--_question)) / 1.3 var(--_serif);
        letter-spacing: normal;
        text-transform: none;
        color: inherit;
      }
      p {
        margin: 0.3rem 0 0;
        text-wrap: pretty;
      }
      a {
        color: inherit;
        text-decoration-color: var(--_edge);
        text-decoration-thickness: 1px;
        text-underline-offset: 0.2em;
      }
      a:hover {
        text-decoration-color: currentColor;
      }
      .needs,
      .here {
        font: 400 var(--_control) / 1.5 var(--_sans);
        color: var(--_soft);
      }
      .here {
        margin-inline-start: 0.6em;
        padding: 1px 8px;
        border: 1px solid var(--_edge);
        border-radius: 999px;
        font-size: var(--_label);
        white-space: nowrap;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0.75rem 2rem;
        padding: 1.1rem clamp(1rem, 3vw, 3rem) 1.6rem;
        border-top: 1px solid var(--_line);
      }
      .next {
        font: 400 var(--_body) / 1.5 var(--_serif);
      }
      .next small {
        display: block;
        font: 400 var(--_label) / 1.5 var(--_sans);
        color: var(--_soft);
      }
      .next a {
        font-weight: 600;
      }
      @media (pointer: coarse) {
        a {
          display: inline-block;
          padding-block: 0.35rem;
        }
      }
      @media print {
        nav {
          display: none;
        }
      }
    `,
  ];

  /** The address of the lesson that is open, and of the place in it: `v1/mazur/backward/w5`. */
  @property() address = '';
  /** The whole list, instead of the way on from this lesson. */
  @property({ type: Boolean }) whole = false;
  @query('h1') private readonly heading!: HTMLElement | null;

  protected override updated(changes: PropertyValues<this>): void {
    if (!changes.has('whole') || !this.whole) return;
    scrollTo(0, 0);
    this.heading?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return this.whole ? this.#list() : this.#onward();
  }

  /** The lesson that is open, by its place in the course. */
  get #at(): number {
    return course.findIndex(({ id }) => id === lessonIn(this.address));
  }

  #list(): TemplateResult {
    const open = course[this.#at];
    return html`<main>
      ${open ? html`<p class="needs"><a href="#${this.address}">← ${say.back(open.title)}</a></p>` : nothing}
      <h1 tabindex="-1">${say.title}</h1>
      <p>${say.intro}</p>
      <ol>
        ${course.map(
          (each) =>
            html`<li part="lesson" aria-current=${ifDefined(each === open ? 'true' : undefined)}>
              <h2>${this.#link(each)}${each === open ? html`<span class="here">${say.here}</span>` : nothing}</h2>
              <p>${each.summary}</p>
              <p class="needs">${this.#needs(each)}</p>
            </li>`,
        )}
      </ol>
    </main>`;
  }

  #needs({ needs }: About): unknown {
    const known = course.filter(({ id }) => needs.includes(id));
    if (!known.length) return say.needsNothing;
    return html`${say.needs} ${known.map((each, i) => html`${i > 0 ? ', ' : ''}${this.#link(each)}`)}`;
  }

  #onward(): TemplateResult {
    const at = this.#at;
    const next = at < 0 ? undefined : course[at + 1];
    return html`<nav aria-label=${say.title}>
      ${
        next
          ? html`<p class="next">
              <small>${say.next}</small>${this.#link(next, `${next.title} →`)}<br />${next.summary}
            </p>`
          : nothing
      }
      <a href="#course">${say.all}</a>
    </nav>`;
  }

  /** The page follows its address; a lesson begins at the top. */
  #link({ id, title }: About, text = title): TemplateResult {
    return html`<a href="#v1/${id}" @click=${() => scrollTo(0, 0)}>${text}</a>`;
  }
}

define('bp-course', BpCourse);

declare global {
  interface HTMLElementTagNameMap {
    'bp-course': BpCourse;
  }
}
