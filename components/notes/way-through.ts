import { html, type TemplateResult } from 'lit';
import type { Walkthrough } from '../../src/index.js';
import type { BpLesson } from '../bp-lesson.js';
import type { Scene } from '../scene.js';
import { stage } from '../words/stage.js';

const say = stage.notes;

/** A choice between the lesson's walkthroughs and every step in order. */
export function wayThrough(lesson: BpLesson, { state, trace }: Scene): TemplateResult {
  const { walkthroughs } = state.lesson;
  const choose = async (event: Event): Promise<void> => {
    const id = (event.target as HTMLSelectElement).value;
    const { Guide } = await import('../../src/open.js');
    const walkthrough = walkthroughs.find((each) => each.id === id);
    const { guide: _, ...alone } = lesson.state!;
    lesson.walk(walkthrough ? new Guide(walkthrough, 0).at(alone, trace, 0) : alone);
  };
  const chosen = state.guide?.walkthrough.id ?? '';
  const option = ({ id, title }: Pick<Walkthrough, 'id' | 'title'>): TemplateResult =>
    html`<option value=${id} ?selected=${id === chosen}>${title}</option>`;
  return html`<label
    >${say.way}
    <select @change=${(event: Event) => void choose(event)}>
      ${[{ id: '', title: say.everyStep }, ...walkthroughs].map(option)}
    </select>
  </label>`;
}
