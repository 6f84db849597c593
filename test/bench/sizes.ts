import { float64 } from '../../src/numbers/float64.js';
import { evaluateTrace, readGiven } from '../../src/trace/evaluate-trace.js';
import type { Step, Trace } from '../../src/trace/step.js';
import { traceOf } from '../../src/trace/trace.js';
import { advance } from '../../src/training/advance.js';
import { record } from '../../src/training/record.js';
import { Training } from '../../src/training/train.js';
import { dense, denseByHand, denseSetup } from './dense.js';
import { measure } from './measure.js';

const networks = [
  [2, 2, 2],
  [2, 8, 8, 3],
  [2, 32, 32, 2],
  [64, 64, 64, 10],
] as const;

const countSteps = (trace: Trace): number =>
  trace.steps.reduce((sum, step) => sum + (step.kind === 'tensor' ? step.children.length : 1), 0);

/** The numbers of one step, as the page asks for them: those of its first element. */
const openStep = (trace: Trace, step: Step): void => {
  const outcomes = evaluateTrace(trace, readGiven(trace, float64), float64);
  outcomes.get((step.kind === 'tensor' ? step.children[0]! : step).result);
};

/** How cost grows with size: deriving a network's steps, opening it, and training it against loops written by hand. */
export async function benchSizes(): Promise<void> {
  for (const sizes of networks) {
    const network = await dense(sizes);
    const trace = traceOf(denseSetup(network));
    const scalars = trace.setup.given.length - 1 + trace.setup.program.lines.length;
    const steps = countSteps(trace);
    const updates = Math.max(3, Math.round(60_000 / scalars));
    const tape = record(trace);
    const start = new Training(tape, trace).parametersAt(0);
    const [middle, last] = [trace.walk[trace.walk.length >> 1]!, trace.walk.at(-1)!];
    const rounds = scalars > 1000 ? { rounds: 12, warmUp: 4 } : {};
    const { open, all, first, later, end, training, byHand } = measure(
      {
        open: () => openStep(traceOf(denseSetup(network)), trace.walk[0]!),
        all: () => countSteps(traceOf(denseSetup(network))),
        first: () => openStep(trace, trace.walk[0]!),
        later: () => openStep(trace, middle),
        end: () => openStep(trace, last),
        training: () => advance(tape, start, updates),
        byHand: denseByHand(network, updates),
      },
      rounds,
    );
    const each = (milliseconds: number): string => `${((1000 * milliseconds) / scalars).toPrecision(3)} µs`;
    const ms = (milliseconds: number): string => `${milliseconds.toPrecision(3)} ms`;
    console.log(
      [
        `${sizes.join('-')}: ${scalars} named scalars, ${steps} scalar steps`,
        `graph and full list of steps ${ms(all.median)}, ${each(all.median)} a scalar`,
        `opened in ${ms(open.median)} (aim, at the largest: under 300 ms)`,
        `numbers of a first, middle and last step ${[first, later, end].map(({ median }) => ms(median)).join(', ')}`,
        `training ${(training.median / byHand.median).toFixed(2)}× a loop over typed arrays (aim: at most 3×)`,
      ].join('; '),
    );
  }
}
