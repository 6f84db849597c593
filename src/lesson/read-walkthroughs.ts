import { digitRange } from '../numbers/digits.js';
import { didYouMean } from '../program/nearest.js';
import type { Entry } from './front-matter.js';
import type { Stop, Walkthrough } from './lesson.js';
import { limits } from './limits.js';
import { toInlineText, type ProseContext } from './markdown.js';
import { required } from './read-entries.js';

const kinds = {
  show: ['question', 'formula', 'numbers', 'result'],
  view: ['expanded', 'local'],
  form: ['scalar', 'matrix'],
  zoom: ['diagram', 'derivation'],
} as const;

const stopKeys = ['step', 'pause', 'digits', 'minutes', ...Object.keys(kinds)];

/** The named ways through a lesson: each a list of steps, with pauses between them. */
export function readWalkthroughs(entry: Entry | undefined, context: ProseContext): readonly Walkthrough[] {
  const ids: string[] = [];
  return (entry?.items(limits.items.walkthroughs) ?? []).map((item) => {
    const fields = item.fields(['id', 'title', 'stops']);
    const id = readName(required(item, fields, 'id'), ids);
    ids.push(id);
    const title = required(item, fields, 'title')?.text() ?? '';
    const list = required(item, fields, 'stops');
    const stops = (list?.items(limits.items.stops) ?? []).map((stop) => readStop(stop, context));
    if (list && !stops.some(({ step }) => step !== undefined)) {
      list.complain('The walkthrough leads to no step: name at least one, like `- backward/w5`.', id);
    }
    checkTimes(stops, list);
    return { id, title, stops };
  });
}

/** Part of links; unlike other ids it may begin with a digit (`15-minutes`). */
function readName(entry: Entry | undefined, taken: readonly string[]): string {
  const id = entry?.text() ?? '';
  if (entry && !/^[a-z0-9][a-z0-9-]{0,59}$/.test(id)) {
    entry.complain(`\`${id}\` is not a name: use small letters, digits and hyphens, at most 60.`, id);
  }
  if (taken.includes(id)) entry?.complain(`The walkthrough \`${id}\` stands twice: choose another name.`, id);
  return id;
}

/** A step's reference alone, or a group that says more. */
function readStop(entry: Entry, context: ProseContext): Stop {
  if (!entry.isGroup) return { step: readStep(entry, context) };
  const fields = entry.fields(stopKeys);
  const [step, pause] = [fields.get('step'), fields.get('pause')];
  if (Boolean(step) === Boolean(pause)) {
    const fix = step ? 'let the pause be a stop of its own' : 'name a `step: …` or a `pause: …`';
    entry.complain(`A stop is a step or a pause: ${fix}.`, 'stops');
  }
  const digits = readWithin(fields.get('digits'), digitRange.least, digitRange.most);
  const minutes = readWithin(fields.get('minutes'), 0, 600);
  return {
    ...(step && { step: readStep(step, context) }),
    ...(pause && { pause: toInlineText(pause.text(), pause.at, context) }),
    ...readKinds(fields),
    ...(digits !== undefined && { digits }),
    ...(minutes !== undefined && { minutes }),
  };
}

function readStep(entry: Entry, context: ProseContext): string {
  const ref = entry.text();
  const wrong = context.checkReference(ref, 'step');
  if (wrong !== undefined) entry.complain(wrong, ref);
  return ref;
}

function readKinds(fields: ReadonlyMap<string, Entry>): Pick<Stop, keyof typeof kinds> {
  const said: Record<string, string> = {};
  for (const [key, known] of Object.entries(kinds)) {
    const entry = fields.get(key);
    const text = entry?.text();
    if (text === undefined) continue;
    const isKnown = (known as readonly string[]).includes(text);
    if (isKnown) said[key] = text;
    else
      entry!.complain(
        `\`${key}: ${text}\` is not known. ${didYouMean(text, known, `It can be ${known.join(', ')}.`)}`,
        text,
      );
  }
  return said;
}

function readWithin(entry: Entry | undefined, least: number, most: number): number | undefined {
  if (!entry) return undefined;
  const text = entry.text();
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  entry.complain(`\`${text}\` has to be a whole number from ${least} to ${most}.`, text);
  return undefined;
}

/** Minutes count from the beginning, so they only grow. */
function checkTimes(stops: readonly Stop[], list: Entry | undefined): void {
  const times = stops.flatMap(({ minutes }) => minutes ?? []);
  const wrong = times.find((time, i) => i > 0 && time < times[i - 1]!);
  if (wrong === undefined) return;
  list!.complain(
    `The minutes go back to ${wrong}: they count from the beginning, so let each be no less than the one before.`,
    'minutes',
  );
}
