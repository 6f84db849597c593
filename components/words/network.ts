export const network = {
  label: 'Diagram of the network. Arrow keys move along its edges, Enter opens a step, F2 changes a given number.',
  unknown: '?',
  none: '–',
  waits: 'not yet computed',
  named: (name: string, value: string) => `${name} (${value})`,
  times: (variable: string, weight: string) => `${variable} times ${weight}`,
  receives: (node: string, from: readonly string[], gives: readonly string[]) =>
    `${node} ${from.length ? `receives ${from.join(', ')}; ` : ''}gives ${gives.join(', then ')}.`,
  node: (name: string, value: string) => `${name}: ${value}`,
  edge: (from: string, to: string) => `from ${from} to ${to}`,
  weighted: (weight: string, edge: string) => `${weight}, ${edge}`,
  asked: 'this step',
  path: (path: number) => `path ${path}`,
  edit: (name: string) => `Given value of ${name}`,
  inWords: 'The network in words',
  hint: 'Point at a factor to see it here. A double click on a given number changes it.',
} as const;
