import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { phraseHtml } from '../derivation/phrase.js';
import type { Kind } from '../export/whole/kinds.js';
import { words } from '../words.js';
import { exported } from '../words/export.js';
import { handout as say } from '../words/handout.js';
import { math } from './math.js';
import { pictureElement } from './picture.js';
import { proseOf } from './prose.js';
import type { EquationGroup, HandoutHead, HandoutStep } from './sheet-data.js';

/** Title, introduction, given numbers, the network. `address`: where the same numbers can be followed. */
export const headHtml = (head: HandoutHead, kind: Kind, address: string): TemplateResult =>
  html`<header>
      <p class="kind">${exported.kinds[kind]}</p>
      <h1>${head.title}</h1>
      ${kind === 'everything' ? html`<p class="summary">${head.summary}</p>` : nothing}
      <p class="address">${say.computed} <a href=${address}>${address}</a></p>
      ${head.remarks.map((remark) => html`<p class="remark">${remark}</p>`)}
    </header>
    ${head.introduction.length ? html`<div class="prose">${proseOf(head.introduction)}</div>` : nothing}
    ${
      head.picture === undefined
        ? nothing
        : html`<figure>${guard([head.picture], () => pictureElement(head.picture!))}</figure>`
    }
    ${head.given.length ? givenHtml(head.given) : nothing}
    ${kind === 'worksheet' ? html`<p class="remark">${exported.howToFill}</p>` : nothing}`;

const givenHtml = (groups: HandoutHead['given']): TemplateResult =>
  html`<section class="given">
    <h2>${words.values.title}</h2>
    <dl>
      ${groups.map(
        ({ title, singles, tensors }) =>
          html`<div class=${tensors.length ? 'wide' : ''}>
            <dt>${title}</dt>
            <dd>
              ${singles.map((tex) => html`<span class="single" ${math(tex)}></span>`)}
              ${tensors.map((tex) => html`<span ${math(tex)}></span>`)}
            </dd>
          </div>`,
      )}
    </dl>
  </section>`;

/** A step; its derivation stays on one page where that is possible. */
export const stepHtml = ({ number, question, groups, notes, prose }: HandoutStep): TemplateResult =>
  html`<section class="step" id="step-${number}">
    <div class="derivation">
      <h3><span class="number">${number}</span> <span>${phraseHtml(question)}</span></h3>
      ${groups.map(groupHtml)}
    </div>
    ${notes.map((note) => html`<p class="note">${note}</p>`)}
    ${prose.length ? html`<div class="prose">${proseOf(prose)}</div>` : nothing}
  </section>`;

const groupHtml = ({ label, tex }: EquationGroup): TemplateResult =>
  html`<div class="group">
    ${label === undefined ? nothing : html`<p class="label">${label}</p>`}
    ${tex.map((each) => html`<div class="equation"><span ${math(each, true)}></span></div>`)}
  </div>`;

/** Where the lesson's numbers and ideas are from. */
export const sourcesHtml = ({ sources }: HandoutHead): unknown =>
  sources.length === 0
    ? nothing
    : html`<section class="sources">
        <h2>${exported.sources}</h2>
        <ul>
          ${sources.map(({ title, url }) => html`<li>${title}<br /><a href=${url} rel="noopener">${url}</a></li>`)}
        </ul>
      </section>`;
