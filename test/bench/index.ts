/**
 * `npm run bench`: how fast the engine is, as ratios and medians from one run. Nothing here is asserted anywhere:
 * machines differ.
 */
import { readFileSync } from 'node:fs';
import { initialState, setupOf } from '../../src/index.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import { traceOf } from '../../src/trace/trace.js';
import { advance } from '../../src/training/advance.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { benchAdam } from './adam.js';
import { benchBrowser } from './browser.js';
import { benchEmbed } from './embed.js';
import { benchFollow } from './follow.js';
import { benchSizes } from './sizes.js';
import { measure, type Measured } from './measure.js';
import { straightLine } from './straight-line.js';

const file = new URL('../../lessons/mazur.md', import.meta.url);
const setup = setupOf(initialState(await readLesson(readFileSync(file, 'utf8'), 'mazur.md')));
const trace = traceOf(setup);
const tape = record(trace);
const start = new Training(tape, trace).parametersAt(0);
const updates = 10_000;

const say = (what: string, result: string, aim: string): void => console.log(`${what}: ${result} (aim: ${aim})`);
const ms = (milliseconds: number): string => `${milliseconds.toPrecision(3)} ms`;

const training = measure({
  tape: () => advance(tape, start, updates),
  byHand: () => straightLine(start, updates),
});
const ratio = (of: keyof Measured): string => `${(training.tape[of] / training.byHand[of]).toFixed(2)}×`;
say(
  `training, ${updates} updates on the tape against a straight-line loop`,
  `${ratio('median')} (fastest rounds ${ratio('fastest')}), ${ms(training.tape.median)} against ${ms(training.byHand.median)}`,
  'at most 2.5×',
);

const given = readGiven(trace, float64);
const { structure, numbers, recording } = measure({
  structure: () => traceOf(setup),
  numbers: () => {
    const outcomes = evaluateTrace(trace, given, float64);
    for (const { ref } of trace.assignments) outcomes.get(ref);
  },
  recording: () => record(trace),
});
say(
  `trace of all ${trace.steps.length} steps of one iteration`,
  `${ms(structure.median + numbers.median)}, structure ${ms(structure.median)} and numbers ${ms(numbers.median)}`,
  'under 2 ms',
);
say('recording that iteration as a tape', ms(recording.median), 'under 2 ms');

await benchAdam();
await benchSizes();
await benchBrowser();
await benchEmbed();
benchFollow();
