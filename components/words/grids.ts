export const grids = {
  label:
    'Diagram of the network, each vector and matrix a grid. Arrow keys move from cell to cell, Enter opens a step, F2 changes a given number.',
  unit: (name: string, shape: string) => (shape ? `${name}, ${shape.replaceAll('×', 'by')}` : name),
  inside: 'inside',
  waits: '·',
  hint: 'Point at a number to see it whole. A double click on a given number changes it.',
  inWords: 'The network in words',
  receives: (unit: string, from: readonly string[], inside?: string) =>
    `${unit} ${from.length ? `is computed from ${list(from)}` : 'is computed from nothing else'}${inside === undefined ? '' : `; an inner quantity of ${inside}`}.`,
  holds: (unit: string, numbers: readonly string[]) => `${unit} is ${numbers.join('; ')}.`,
  given: (unit: string) => `${unit} is given`,
  row: (row: number, numbers: readonly string[]) => `row ${row}: ${numbers.join(', ')}`,
  reads: (name: string, value: string) => `${name} = ${value}`,
  notYet: 'not computed yet',
} as const;

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
