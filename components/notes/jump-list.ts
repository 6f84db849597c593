import { html, type TemplateResult } from 'lit';
import type { BpLesson } from '../bp-lesson.js';
import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { stage } from '../words/stage.js';

const say = stage.notes;

/** All steps that one walks through, to jump to. */
export function jumpList(lesson: BpLesson, { state, trace, walk, index, setup }: Scene): TemplateResult {
  const { guide } = state;
  const go = (ref: string, place: number): void =>
    guide ? lesson.walk(guide.at(state, trace, place)) : lesson.goTo(ref);
  const isPause = (place: number): boolean => guide?.walkthrough.stops[place]!.pause !== undefined;
  return html`<details open>
    <summary>${say.steps}</summary>
    <ol>
      ${walk.map(
        ({ ref, result }, i) =>
          html`<li>
            <button aria-current=${i === index ? 'step' : 'false'} @click=${() => go(ref, i)}>
              ${isPause(i) ? say.pause : plainName(result, setup.loss)}
            </button>
          </li>`,
      )}
    </ol>
  </details>`;
}
