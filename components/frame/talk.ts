import type { BpLesson } from '../bp-lesson.js';

/** How a frame and the page around it talk. */
export interface Line {
  /** The only origin of the page around that counts; `*` for any. */
  readonly parent: string;
  /** What the page around calls this frame; it comes back in every message. */
  readonly id?: string;
}

/** What a frame tells the page around it. `version` grows when a message changes its meaning. */
export type FrameMessage =
  | { readonly type: 'backprop-tutor:height'; readonly version: 1; readonly height: number; readonly id?: string }
  | { readonly type: 'backprop-tutor:change'; readonly version: 1; readonly address: string; readonly id?: string };

/** An address with a program in it is long, but not endless. */
const longestAddress = 8000;

/** Tell the page around how tall this one is and where the lesson stands, and do what it asks. */
export function talkToParent(lesson: BpLesson, { parent, id }: Line): void {
  if (window.parent === window) return;
  const name = id === undefined ? {} : { id };
  const send = (message: FrameMessage | string): void => window.parent.postMessage(message, parent);
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    send({ type: 'backprop-tutor:height', version: 1, height, ...name });
    // What Canvas, Sakai and others of their kind understand.
    send(JSON.stringify({ subject: 'lti.frameResize', height }));
  }).observe(document.documentElement);
  let stood = '';
  lesson.addEventListener('bp-change', ({ address }) => {
    if (address === stood) return;
    stood = address;
    send({ type: 'backprop-tutor:change', version: 1, address, ...name });
  });
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === window.parent && (parent === '*' || origin === parent)) obey(lesson, data);
  });
}

/** `{ type: 'backprop-tutor:go', at: 'backward/w5' }`, or `next: true`, or `previous: true`; anything else is not for us. */
function obey(lesson: BpLesson, data: unknown): void {
  if (typeof data !== 'object' || data === null) return;
  const { type, at, next, previous } = data as Readonly<Record<string, unknown>>;
  if (type !== 'backprop-tutor:go') return;
  if (typeof at === 'string' && at.length <= longestAddress) void lesson.open(at);
  else if (next === true) lesson.next();
  else if (previous === true) lesson.previous();
}
