export const stepper = {
  first: 'First step',
  back: 'Back',
  next: 'Next complete step',
  last: 'Last step',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
  times: (speed: number) => `${speed}×`,
  more: 'More controls',
  /** By what is revealed already: nothing but the question, the formula, the numbers, everything. */
  reveal: ['Show the formula', 'Show the numbers', 'Show result', 'Next step'],
  end: 'The last step',
  controls: 'Move through the lesson',
  timeline: 'Steps',
  phases: { forward: 'forward', loss: 'loss', backward: 'backward', update: 'update' },
  time: (step: number) => `t = ${step}`,
  position: (phase: string, name: string, step: number, of: number) => `${phase}, ${name}, step ${step} of ${of}`,
  count: (step: number, of: number) => `${step} of ${of}`,
  iteration: 'Iteration',
  after: 'after',
  updates: (count: number) => (count === 1 ? 'update' : 'updates'),
  batch: (epoch: number, batch: number, of: number, samples: readonly number[], isSmaller: boolean) => {
    const last = samples.at(-1)!;
    const named = samples.length > 8 ? `${samples.slice(0, 8).join(', ')}, …` : samples.slice(0, -1).join(', ');
    const listed =
      samples.length === 1 ? `sample ${last}` : `samples ${named}${samples.length > 8 ? '' : ` and ${last}`}`;
    return `epoch ${epoch.toLocaleString('en')}, batch ${batch} of ${of}: ${listed}${isSmaller ? ' (a smaller batch)' : ''}`;
  },
  updatesDone: 'Number of updates done',
  earlier: 'One update fewer',
  later: 'One update more',
  wholeUpdates: (typed: string, most: string) =>
    `${typed ? `“${typed}” is no number of updates` : 'The number of updates is empty'}: write a whole number from 0 to ${most}.`,
} as const;
