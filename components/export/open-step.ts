import {
  allGiven,
  digitRange,
  initialState,
  InputError,
  lastIteration,
  needsTensors,
  placeOf,
  readNumber,
  setupOf,
  traceOf,
  withConvention,
  withIteration,
  withValue,
  loadTensors,
  type Lesson,
  type LessonState,
  type Trace,
} from '../../src/index.js';
import { didYouMean, Guide, openAddress, pairsIn } from '../../src/open.js';
import { reasonOf } from '../values/refusal.js';
import { exported as say } from '../words/export.js';
import { commands, complain, type Arguments } from './arguments.js';

type Options = Arguments['options'];

/**
 * The state that the options ask for.
 * @throws InputError with a sentence for the first option that cannot be granted
 */
export async function openStep(lesson: Lesson, options: Options): Promise<LessonState> {
  const { at = '', digits, after } = options;
  const isAddress = /^v\d+\//.test(at);
  let state = isAddress ? await atAddress(lesson, at) : initialState(lesson);
  state = withChoices(state, options['with']);
  state = withValues(state, options['set']);
  state = withWalkthrough(state, options['walk']);
  if (digits !== undefined) state = { ...state, digits: whole('digits', digits, digitRange.least, digitRange.most) };
  if (after !== undefined) state = withIteration(state, whole('after', after, 0, lastIteration));
  return { ...state, step: stepNamed(traceFor(state), isAddress || at === '' ? state.step : at, lesson) };
}

/** A label of no class, or shapes that do not fit, come to light only here. */
function traceFor(state: LessonState): Trace {
  try {
    return traceOf(setupOf(state));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return complain(say.refused(reasonOf(error)));
  }
}

/** What an address cannot be granted is refused, too: a still has nobody who could look. */
async function atAddress(lesson: Lesson, address: string): Promise<LessonState> {
  const { state, complaints } = await openAddress(lesson, address, async (text) => {
    const { readProgram } = await import('../../src/read.js');
    const program = await readProgram(text, { loss: lesson.loss });
    if (needsTensors(program, lesson.given)) await loadTensors();
    return program;
  });
  if (complaints.length) complain(say.unusable(complaints.map(({ message }) => message).join(' ')));
  return state;
}

function stepNamed(trace: Trace, wanted: string, lesson: Lesson): string {
  const { step, found } = placeOf(trace, wanted);
  if (found) return step;
  const known = trace.walk.flatMap((each) => [each.ref, ...each.children.map(({ ref }) => ref)]);
  return complain(say.unknownStep(wanted, lesson.id, didYouMean(wanted, known, say.stepLike(trace.walk[0]!.ref))));
}

function withChoices(state: LessonState, typed: string | undefined): LessonState {
  const { conventions } = state.lesson;
  return pairs('with', typed).reduce((now, [id, choice]) => {
    const ids = conventions.map((each) => each.id);
    const convention = conventions.find((each) => each.id === id);
    if (!convention) return complain(say.unknownConvention(id, didYouMean(id, ids, say.conventions(ids))));
    const choices = convention.choices.map((each) => each.id);
    if (!choices.includes(choice))
      complain(say.unknownChoice(id, choice, didYouMean(choice, choices, say.conventions(choices))));
    return withConvention(now, id, choice);
  }, state);
}

function withWalkthrough(state: LessonState, id: string | undefined): LessonState {
  if (id === undefined) return state;
  const { walkthroughs } = state.lesson;
  const walkthrough = walkthroughs.find((each) => each.id === id);
  if (walkthrough) return { ...state, guide: new Guide(walkthrough, 0).toward(state.step) };
  const ids = walkthroughs.map((each) => each.id);
  return complain(say.unknownWalkthrough(id, didYouMean(id, ids, say.walkthroughs(ids))));
}

function withValues(state: LessonState, typed: string | undefined): LessonState {
  return pairs('set', typed).reduce((now, [name, text]) => {
    const given = allGiven(setupOf(state));
    const names = given.map((each) => each.name);
    if (!names.includes(name)) complain(say.unknownGiven(name, didYouMean(name, names, say.givens(names))));
    try {
      return withValue(now, name, readNumber(text, name).text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return complain(say.wrongValue(name, error.complaints[0]!.message));
    }
  }, state);
}

function pairs(option: 'set' | 'with', typed: string | undefined): readonly (readonly [string, string])[] {
  return pairsIn(typed ?? null).map(([name, value]) => {
    if (!name || !value) complain(say.notPair(option, name, commands.export[option]));
    return [name, value] as const;
  });
}

function whole(option: string, typed: string, least: number, most: number): number {
  const value = /^\d+$/.test(typed) ? Number(typed) : NaN;
  if (value >= least && value <= most) return value;
  return complain(say.notWhole(option, typed, least.toLocaleString('en'), most.toLocaleString('en')));
}
