export const plots = {
  /** Of both kinds. */
  inForce: 'in force',
  table: 'As a table',
  choice: 'choice',
  noPlots: 'This lesson asks for no plots.',
  closer: (bound: string) => `closer to 0 than ${bound}`,
  to: 'to',
  cannot: (label: string, reason: string) => `${label}: ${reason}`,
  waits: 'The plot needs a part of the page that could not be loaded: check the connection and try again.',

  /** A quantity at every step. */
  howMany: (axis: string, name: string) => `Number of ${axis}s, ${name}`,
  signs: 'Filled: positive. Hollow: negative.',
  pick: (name: string, axis: string) => `${name} for each ${axis}; Enter opens its step`,
  point: (axis: string, step: number, value: string) => `${axis} ${step}: ${value}`,
  reading: '{axis} {step}: {name} is {value}.',
  opens: 'Press to open its step.',
  hint: 'Each point is a step of the lesson: point at it, or go along with the arrow keys.',
  none: 'no value',
  unknown: 'not known yet',
  noPoints: (axis: string) => `Under this choice there is nothing to show for any ${axis}.`,
  zeros: (label: string, steps: string) => `${label}exactly 0 at ${steps}.`,
  missing: (label: string, steps: string, reason: string) => `${label}no value at ${steps}: ${reason}`,
  notCount: (typed: string, from: number, to: number) =>
    `${typed ? `“${typed}” can’t be taken` : 'The number is empty'}: write a whole number from ${from} to ${to}.`,

  /** Ways through the loss. */
  updates: 'Length of the paths, in updates',
  notUpdates: (typed: string, most: string) =>
    `${typed ? `“${typed}” is not a length` : 'The length is empty'}: write a whole number from 1 to ${most}.`,
  iteration: 'Iteration',
  picture: (x: string, y: string) =>
    `The loss over ${x} and ${y} as level lines, and the path of each choice; the table below says the same in numbers.`,
  start: 'start',
  after: (updates: number) =>
    updates === 0 ? 'at the start' : updates === 1 ? 'after 1 update' : `after ${updates} updates`,
  beyond: (iteration: string, updates: string) =>
    `You stand at iteration ${iteration}; the paths are ${updates} updates long, so the markers stand at their ends.`,
  loss: 'loss',
  state: 'kept by the optimiser',
  remark: 'in the picture',
  shown: (label: string) => `Show ${label}`,
  stays: 'stays inside',
  ends: 'ends inside',
  leaves: (updates: string) => `leaves it after ${updates}`,
  diverges: (updates: string) => `diverges: after ${updates} out of the picture`,
  overflows: (updates: string) => `diverges: after ${updates} no longer a finite number`,
  outside: 'is never in it',
  unmoved: 'does not move here',
  count: (updates: number) => (updates === 1 ? '1 update' : `${updates} updates`),
  otherLoss:
    'These choices change the loss itself. The level lines are those of the choice in force; along another path the loss is another one.',
  noLoss: 'In this range the loss is nowhere a finite number, so there are no level lines.',
  caption: (when: string) => `The parameters and the loss of each choice ${when}`,
  gone: (x: string, y: string) => `this program has no ${x} or no ${y}.`,
  computing: 'Working out the paths…',
} as const;
