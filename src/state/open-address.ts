import { InputError, type Complaint } from '../complaint.js';
import type { Lesson } from '../lesson/lesson.js';
import { readNumber } from '../numbers/literal.js';
import { didYouMean } from '../program/nearest.js';
import { elementOf, type WrittenProgram } from '../program/expression.js';
import { traceOf } from '../trace/trace.js';
import { revealNames } from './address.js';
import { Guide } from './guide.js';
import { digitRange } from '../numbers/digits.js';
import { initialState, lastIteration, Reveal, withIteration, type LessonState } from './lesson-state.js';
import { placeOf } from './place.js';
import { allGiven, setupOf } from './setup-of.js';

/**
 * Open an address in its lesson. Whatever cannot be used is said, and the rest is opened.
 * @param read reads a program that the address carries (lazily: it brings the parser)
 */
export async function openAddress(
  lesson: Lesson,
  address: string,
  read: (text: string) => Promise<WrittenProgram>,
): Promise<{ readonly state: LessonState; readonly complaints: readonly Complaint[] }> {
  const complaints: Complaint[] = [];
  const complain = (subject: string, message: string): void => void complaints.push({ subject, message });
  let state = initialState(lesson);
  const [, version, path, search = ''] = /^v(\d+)\/[^/?]+(?:\/([^?]*))?(?:\?(.*))?$/.exec(address) ?? [];
  if (version === undefined) {
    if (address) complain('link', 'This link has no form the tutor knows, so the lesson opens at its beginning.');
    return { state, complaints };
  }
  if (version !== '1')
    complain('link', `This link is of version ${version}, newer than this tutor; it is read as far as it goes.`);

  const query = new URLSearchParams(search);
  for (const key of query.keys()) {
    if (!known.includes(key))
      complain(key, `The link says \`${key}\`, which means nothing here. ${didYouMean(key, known, 'It is left out.')}`);
  }
  const program = query.get('program');
  if (program) {
    try {
      state = { ...state, program: { text: program, program: await read(program) } };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complain('program', `The program in the link could not be used: ${error.complaints[0]!.message}`);
    }
  }
  state = { ...state, choices: readChoices(lesson, query.get('with'), complain) };
  state = { ...state, edits: readEdits(state, query.get('set'), complain) };
  const missing = state.program ? namesWithoutValue(state) : [];
  if (missing.length > 0) {
    const names = missing.map((name) => `\`${name}\``).join(', ');
    complain(
      'program',
      `The program in the link needs a value for ${names}, and the link sets none (\`set=${missing[0]!}:0.5\`), so the lesson's own program opens.`,
    );
    state = initialState(lesson);
  }
  state = withIteration(state, readWhole(query.get('after'), 'after', 0, lastIteration, 0, complain));
  state = {
    ...state,
    digits: readWhole(query.get('digits'), 'digits', digitRange.least, digitRange.most, digitRange.usual, complain),
    paper: query.get('paper') === 'yes',
    view: query.get('view') === 'local' ? 'local' : 'expanded',
    form: query.get('form') === 'matrix' ? 'matrix' : 'scalar',
    reveal: readReveal(query.get('show'), complain),
  };

  const wanted = decode(path ?? '');
  const guide = readWalk(lesson, query.get('walk'), complain);
  if (guide && !wanted) return { state: guide.at(state, traceOf(setupOf(state)), guide.stop), complaints };
  if (wanted) {
    const place = placeOf(traceOf(setupOf(state)), wanted);
    if (!place.found)
      complain(
        'step',
        `The link leads to \`${wanted}\`, which this lesson does not have; it opens at ${place.step} instead.`,
      );
    state = { ...state, step: place.step, ...(guide && { guide: guide.toward(place.step) }) };
  }
  return { state, complaints };
}

const known = ['after', 'set', 'with', 'digits', 'paper', 'view', 'form', 'show', 'walk', 'program'];

function namesWithoutValue(state: LessonState): readonly string[] {
  const known = new Set([...state.lesson.given, ...setupOf(state).given].map(({ name }) => elementOf(name).tensor));
  return state.program!.program.given.filter((name) => !known.has(name));
}

type Complain = (subject: string, message: string) => void;

function readChoices(lesson: Lesson, text: string | null, complain: Complain): Record<string, string> {
  const choices: Record<string, string> = {};
  for (const [id, choice] of pairsIn(text)) {
    const convention = lesson.conventions.find((each) => each.id === id);
    if (!convention) {
      const ids = lesson.conventions.map((each) => each.id);
      complain(
        id,
        `The link names a convention \`${id}\` that this lesson does not have. ${didYouMean(id, ids, 'It is left out.')}`,
      );
    } else if (!convention.choices.some((each) => each.id === choice)) {
      const ids = convention.choices.map((each) => each.id);
      complain(
        id,
        `The convention \`${id}\` has no choice \`${choice}\`. ${didYouMean(choice, ids, `It has ${ids.join(', ')}.`)}`,
      );
    } else if (choice !== convention.choices[0]!.id) choices[id] = choice;
  }
  return choices;
}

function readEdits(state: LessonState, text: string | null, complain: Complain): Record<string, string> {
  const edits: Record<string, string> = {};
  for (const [name, value] of pairsIn(text)) {
    try {
      edits[name] = readNumber(value, name).text;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      complain(name, `The link's value for \`${name}\` could not be used: ${error.complaints[0]!.message}`);
    }
  }
  try {
    const setup = setupOf({ ...state, edits });
    const names = [...allGiven(setup).map(({ name }) => name), ...setup.program.given];
    for (const name of Object.keys(edits).filter((each) => !names.includes(each))) {
      delete edits[name];
      complain(
        name,
        `The link sets \`${name}\`, which is not a given number here. ${didYouMean(name, names, 'It is left out.')}`,
      );
    }
    return edits;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const { message, subject = 'set' } of error.complaints)
      complain(subject, `The link's numbers could not be used: ${message}`);
    return {};
  }
}

/** `15-minutes:3`: the third stop of that walkthrough. */
function readWalk(lesson: Lesson, text: string | null, complain: Complain): Guide | undefined {
  if (text === null) return undefined;
  const [[id, stop] = ['', '']] = pairsIn(text);
  const walkthrough = lesson.walkthroughs.find((each) => each.id === id);
  if (!walkthrough) {
    const ids = lesson.walkthroughs.map((each) => each.id);
    const otherwise = ids.length ? `There are ${ids.join(', ')}.` : 'It has none, so every step is walked in order.';
    complain(
      'walk',
      `The link names a walkthrough \`${id}\` that this lesson does not have. ${didYouMean(id, ids, otherwise)}`,
    );
    return undefined;
  }
  const { length } = walkthrough.stops;
  return new Guide(walkthrough, readWhole(stop || '1', 'walk', 1, length, 1, complain) - 1);
}

function readWhole(
  text: string | null,
  what: string,
  least: number,
  most: number,
  usual: number,
  complain: Complain,
): number {
  if (text === null) return usual;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  complain(
    what,
    `The link says ${what}=${text.slice(0, 20)}; it has to be a whole number from ${least} to ${most}, so ${usual} is used.`,
  );
  return usual;
}

function readReveal(text: string | null, complain: Complain): Reveal {
  if (text === null) return Reveal.result;
  const at = revealNames.indexOf(text as (typeof revealNames)[number]);
  if (at < 0)
    complain(
      'show',
      `The link says show=${text.slice(0, 20)}; it can be ${revealNames.join(', ')}. The whole step is shown.`,
    );
  return at < 0 ? Reveal.result : (at as Reveal);
}

/** `w5:0.7,b1:0.3` as names and texts. */
export function pairsIn(text: string | null): [string, string][] {
  if (!text) return [];
  // The commas of an index separate nothing: `W[1,2]:0.5`.
  return text.split(/,(?![^[]*\])/).map((pair) => {
    const at = pair.indexOf(':');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
