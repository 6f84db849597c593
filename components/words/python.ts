/** What stands in exported Python files as comments, and what these print. */
export const python = {
  title: (title: string) => `${title}, with the numbers of Backprop Tutor.`,
  what: (loss: string) =>
    `The same network, the same update; every value, every gradient of ${loss} and every new parameter is asserted below.`,
  torch: 'Needs PyTorch 1.13 or later. PyTorch finds the gradients by itself: nothing of ours goes into them.',
  numpy: 'Needs NumPy 1.24 or later. Every gradient is one line, upstream times local, as the tutor derives it.',
  numbersAfter: (updates: number) =>
    `The numbers are those after ${updates === 1 ? '1 update' : `${updates.toLocaleString('en')} updates`}.`,
  given: 'Given numbers',
  after: 'Updates before the numbers that are asserted',
  phases: {
    forward: 'Forward',
    backward: 'Backward',
    update: 'Update: all gradients are there before any parameter changes',
    superseded: 'Backward in the superseded order: a parameter changes as soon as its gradient is there',
    keep: 'PyTorch forgets the gradients of what is not given, unless it is told to keep them',
    fresh: 'Gradients add up in PyTorch until they are cleared',
    inPlace: 'Written into .data, behind PyTorch’s back: what comes after an update reads the new parameter',
  },
  expected: 'The tutor’s numbers, proven to 17 digits',
  groups: { forward: 'forward values', gradients: 'gradients', updated: 'updated parameters' },
  leftOut: 'Not asserted:',
  beyond: {
    noValue: (name: string) => `${name} has no value`,
    unproven: (name: string) => `${name}: its digits could not be proven`,
    tooLarge: (name: string, plain: string) => `${name} = ${plain} is too large for a double`,
    tooSmall: (name: string, plain: string) => `${name} = ${plain} is too close to 0 for a double`,
    lost: (name: string, plain: string) => `${name} = ${plain}: doubles lose it on the way`,
  } as Readonly<
    Record<'noValue' | 'unproven' | 'tooLarge' | 'tooSmall' | 'lost', (name: string, plain: string) => string>
  >,
  differs: (here: string, there: string) => `${here} here, ${there} in the tutor`,
  agree: 'numbers agree',
  noBatches:
    'A file repeats one update, and here every update sees another batch: ask for the beginning, after 0 updates, or choose a batch of all samples.',
  noSuperseded: (name: string) =>
    `PyTorch cannot be made to read updated weights here, because ${name} is not only multiplied or added: use \`--format numpy\`, or the convention in which gradients read the old weights.`,
} as const;
