import { digitRange, placeInWalk, placeOf, setupOf, traceOf, type Complaint } from '../../src/index.js';
import type { BpLesson } from '../bp-lesson.js';
import { words } from '../words.js';
import type { Opened } from './load-lesson.js';
import { panelsIn } from './panel-names.js';

type Complain = (subject: string, message: string) => void;

/**
 * A lesson as its element's attributes want it. What an address says itself counts more; what cannot be granted is said,
 * and the rest is granted.
 */
export function grant(opened: Opened, wishes: BpLesson, address: string): Opened {
  const complaints: Complaint[] = [...opened.complaints];
  const complain: Complain = (subject, message) => void complaints.push({ subject, message });
  const says = (key: string): boolean => new RegExp(`[?&]${key}=`).test(address);
  for (const name of panelsIn(wishes.panels).unknown) complain(name, words.wishes.unknownPanel(name));
  if (wishes.height && !CSS.supports('height', /^\d+$/.test(wishes.height) ? `${wishes.height}px` : wishes.height))
    complain('height', words.wishes.wrongHeight(wishes.height));
  const form = says('form') ? undefined : readView(wishes.view, complain);
  const digits = says('digits') ? undefined : readDigits(wishes, complain);
  const range = readRange(opened, wishes, complain);
  const state = {
    ...opened.state,
    ...(form && { form }),
    ...(digits !== undefined && { digits }),
    ...range,
    ...(!address && range.from !== undefined && { step: range.from }),
  };
  return { lesson: opened.lesson, state, complaints };
}

function readView(view: string, complain: Complain): 'scalar' | 'matrix' | undefined {
  if (view === 'scalar' || view === 'matrix') return view;
  if (view) complain('view', words.wishes.unknownView(view));
  return undefined;
}

function readDigits(wishes: BpLesson, complain: Complain): number | undefined {
  const { least, most } = digitRange;
  // Some frameworks set the property to the attribute's text.
  const digits = wishes.digits === undefined ? undefined : Number(wishes.digits);
  if (digits === undefined || (Number.isInteger(digits) && digits >= least && digits <= most)) return digits;
  complain('digits', words.wishes.wrongDigits(least, most));
  return undefined;
}

function readRange({ state }: Opened, wishes: BpLesson, complain: Complain): { from?: string; to?: string } {
  const trace = traceOf(setupOf(state));
  const range: { from?: string; to?: string } = {};
  for (const end of ['from', 'to'] as const) {
    if (!wishes[end]) continue;
    const { step, found } = placeOf(trace, wishes[end]);
    if (found && trace.placeOf(step) !== undefined) range[end] = step;
    else complain(end, words.wishes.noSuchEnd(end, wishes[end]));
  }
  const { from, to } = range;
  if (from === undefined || to === undefined || placeInWalk(trace, from) <= placeInWalk(trace, to)) return range;
  complain('to', words.wishes.endsReversed(from, to));
  return {};
}
