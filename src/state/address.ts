import { digitRange } from '../numbers/digits.js';
import { Reveal, type LessonState } from './lesson-state.js';

/**
 * A state as a readable, versioned address: `v1/mazur/backward/w5?after=3&set=w5:0.7&with=biases:shared&digits=12`.
 * What is the lesson's own is left out.
 */
export function writeAddress(state: LessonState): string {
  const pairs = (record: Readonly<Record<string, string>>): string =>
    Object.entries(record)
      .map(([key, value]) => `${key}:${value}`)
      .join(',');
  const query = [
    state.iteration > 0 && `after=${state.iteration}`,
    Object.keys(state.edits).length > 0 && `set=${encode(pairs(state.edits))}`,
    Object.keys(state.choices).length > 0 && `with=${encode(pairs(state.choices))}`,
    state.digits !== digitRange.usual && `digits=${state.digits}`,
    state.paper && 'paper=yes',
    state.view === 'local' && 'view=local',
    state.form === 'matrix' && 'form=matrix',
    state.reveal !== Reveal.result && `show=${revealNames[state.reveal]}`,
    state.guide && `walk=${state.guide.toString()}`,
    state.program && `program=${encode(state.program.text)}`,
  ].filter(Boolean);
  return `v1/${state.lesson.id}/${encode(state.step)}${query.length ? `?${query.join('&')}` : ''}`;
}

/** How much of a step is revealed, in words. */
export const revealNames = ['question', 'formula', 'numbers', 'result'] as const;

/** Slashes, colons, commas and brackets are fine in a fragment and keep it readable. */
const encode = (text: string): string => encodeURIComponent(text).replace(/%(2F|3A|2C|5B|5D)/gi, decodeURIComponent);

/** The lesson that an address names, without opening it. `undefined` where it names none. */
export function lessonIn(address: string): string | undefined {
  return /^v\d+\/([^/?]+)/.exec(address)?.[1];
}
