import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  goTo,
  initialState,
  loadTensors,
  move,
  placeInPart,
  Reveal,
  setupOf,
  traceOf,
  walkOf,
  writeAddress,
  type Lesson,
  type LessonState,
  type Trace,
} from '../../src/index.js';
import { openAddress } from '../../src/open.js';
import { readLesson } from '../../src/read-file.js';
import { smallLesson } from '../lesson/small-lesson.js';

const way = `walkthroughs:
  - id: 5-minutes
    title: In five minutes
    stops:
      - forward/net
      - pause: What comes *back*?
        minutes: 2
      - step: backward/net
        view: local
        zoom: derivation
      - step: backward/w
        show: formula
        digits: 5
        minutes: 4
      - backward/net
`;
const text = smallLesson.replace('published:', `${way}published:`);

let lesson: Lesson;
let start: LessonState;
let trace: Trace;

beforeAll(async () => {
  lesson = await readLesson(text, 'small.md');
  trace = traceOf(setupOf(initialState(lesson)));
  start = (await open('v1/small?walk=5-minutes')).state;
});

const open = (address: string) => openAddress(lesson, address, () => Promise.reject(new Error('no program')));

/** A state in short: stop, step, piece and view. */
const short = (state: LessonState): string =>
  `${state.guide!.stop} ${state.step} ${state.reveal} ${state.view} ${state.digits}`;

function pieces(from: LessonState, to: 'reveal' | 'conceal'): readonly LessonState[] {
  const all = [from];
  for (let state = move(from, trace, to); state !== all.at(-1); state = move(state, trace, to)) all.push(state);
  return all;
}

test('piece by piece it leads through its stops, each seen as it says', () => {
  expect(pieces(start, 'reveal').map(short)).toEqual([
    '0 forward/net 0 expanded 9',
    '0 forward/net 1 expanded 9',
    '0 forward/net 2 expanded 9',
    '0 forward/net 3 expanded 9',
    '1 forward/net 3 expanded 9',
    '2 backward/net 0 local 9',
    '2 backward/net 1 local 9',
    '2 backward/net 2 local 9',
    '2 backward/net 3 local 9',
    '3 backward/w 1 local 5',
    '3 backward/w 2 local 5',
    '3 backward/w 3 local 5',
    '4 backward/net 0 local 5',
    '4 backward/net 1 local 5',
    '4 backward/net 2 local 5',
    '4 backward/net 3 local 5',
  ]);
});

test('backwards it leads over the very same pieces', () => {
  const there = pieces(start, 'reveal');
  const back = pieces(there.at(-1)!, 'conceal');
  expect(back.map((state) => [state.guide!.stop, state.step, state.reveal])).toEqual(
    there.map((state) => [state.guide!.stop, state.step, state.reveal]).reverse(),
  );
});

test('without a walkthrough, concealing takes back exactly what revealing did, from anywhere', () => {
  const plain = { ...initialState(lesson), reveal: Reveal.question };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, count) => {
      const all = pieces(plain, 'reveal');
      const place = Math.min(from, all.length - 1);
      const there = all.slice(place, place + count + 1);
      const back = there.slice(1).reduce((state) => move(state, trace, 'conceal'), there.at(-1)!);
      expect(back).toEqual(all[place]);
    }),
  );
});

test('whole stops forward and back, to the ends, and the place among them', () => {
  const second = move(move(start, trace, 'next'), trace, 'next');
  expect(short(second)).toBe('1 forward/net 3 expanded 9');
  expect(second.guide!.pause).toBeDefined();
  expect(short(move(second, trace, 'next'))).toBe('2 backward/net 3 local 9');
  expect(short(move(second, trace, 'previous'))).toBe('0 forward/net 3 expanded 9');
  expect(short(move(start, trace, 'last'))).toBe('4 backward/net 3 local 5');
  expect(short(move(second, trace, 'first'))).toBe('0 forward/net 3 expanded 9');
  expect(walkOf(trace, start).map(({ ref }) => ref)).toEqual([
    'forward/net',
    'forward/net',
    'backward/net',
    'backward/w',
    'backward/net',
  ]);
  expect(placeInPart(trace, second)).toBe(1);
});

test('who leaves the way returns to it', () => {
  const left = goTo(move(start, trace, 'last'), 'loss/L');
  expect(short(left)).toBe('4 loss/L 3 local 5');
  expect(short(move(left, trace, 'conceal'))).toBe('4 backward/net 3 local 5');
  expect(short(move(left, trace, 'previous'))).toBe('4 backward/net 3 local 5');
  const early = goTo(start, 'loss/L');
  expect(short(move(early, trace, 'reveal'))).toBe('1 forward/net 3 expanded 9');
  // Going to a step of the way is going on from there; of two places the nearer one.
  expect(goTo(start, 'backward/net').guide!.stop).toBe(2);
  expect(goTo(move(start, trace, 'last'), 'backward/net').guide!.stop).toBe(4);
});

describe('in a link', () => {
  test('every piece is found again', async () => {
    for (const state of pieces(start, 'reveal')) {
      const address = writeAddress(state);
      expect(address).toContain(`walk=5-minutes:${state.guide!.stop + 1}`);
      const opened = await open(address);
      expect(opened.complaints).toEqual([]);
      expect(short(opened.state)).toBe(short(state));
    }
  });

  test.each([
    ['v1/small?walk=6-minutes', 'no walkthrough', 'Did you mean `5-minutes`?'],
    ['v1/small?walk=5-minutes:9', 'a stop too far', 'walk=9; it has to be a whole number from 1 to 5'],
    ['v1/small?walk=5-minutes:x', 'no stop', 'walk=x'],
    ['v1/small?walk=', 'nothing', 'There are 5-minutes.'],
  ])('%s: %s', async (address, _, said) => {
    const { complaints } = await open(address);
    expect(complaints.map(({ message }) => message).join(' ')).toContain(said);
  });

  test('the step counts where stop and step differ', async () => {
    const { state } = await open('v1/small/backward/w?walk=5-minutes:1');
    expect(short(state)).toBe('3 backward/w 3 expanded 9');
  });
});

describe('in a lesson file', () => {
  const refused = async (from: string, to: string): Promise<string> => {
    expect(text).toContain(from);
    return readLesson(text.replace(from, to), 'small.md').then(
      () => 'accepted',
      (error: Error) => error.message,
    );
  };
  test.each([
    ['- forward/net\n', '- forward/nett\n', 'Did you mean'],
    ['- forward/net\n', '- net\n', 'write `forward/net`'],
    ['id: 5-minutes', 'id: 5 minutes', '`5 minutes` is not a name'],
    ['view: local', 'view: lokal', '`view: lokal` is not known. Did you mean `local`?'],
    ['digits: 5', 'digits: 99', '`99` has to be a whole number from 3 to 15'],
    ['minutes: 4', 'minutes: 1', 'The minutes go back to 1'],
    ['        show: formula', '        pause: Why?\n        show: formula', 'let the pause be a stop of its own'],
    ['      - step: backward/w\n', '      - digits: 4\n', 'name a `step: …` or a `pause: …`'],
    ['zoom: derivation', 'zooom: derivation', 'Did you mean `zoom`?'],
    ['title: In five minutes', 'titel: In five minutes', 'Did you mean `title`?'],
    ['What comes *back*?', '"[Back](step:backward/q)?"', 'there is no `q`'],
    [way, 'walkthroughs:\n  - id: none\n    title: None\n    stops: []\n', 'leads to no step'],
    [way, 'walkthroughs:\n  - id: none\n    title: None\n    stops: [{ pause: Well? }]\n', 'leads to no step'],
    [way, way + way.replace('walkthroughs:\n', ''), 'stands twice'],
  ])('%j as %j is refused with a sentence', async (from, to, said) => {
    const message = await refused(from, to);
    expect(message).toContain(said);
    expect(message).toMatch(/small\.md:\d+|line \d+/);
  });
});

test('the built-in lessons’ walkthroughs reach a result at every step, and their times fit their names', async () => {
  await loadTensors();
  for (const file of (await readdir('lessons')).filter((name) => name.endsWith('.md'))) {
    const own = await readLesson(await readFile(`lessons/${file}`, 'utf8'), file);
    for (const walkthrough of own.walkthroughs) {
      const state = await openAddress(own, `v1/${own.id}?walk=${walkthrough.id}`, () => Promise.reject(new Error()));
      expect(state.complaints).toEqual([]);
      const minutes = walkthrough.stops.flatMap((stop) => stop.minutes ?? []);
      expect(minutes[0]).toBe(0);
      const promised = Number(/^(\d+)-minutes$/.exec(walkthrough.id)?.[1] ?? 45);
      expect(minutes.at(-1)).toBeLessThan(promised);
    }
  }
});
