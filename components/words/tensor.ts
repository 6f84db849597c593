const article = (rows: number): string => (/^(?:8|11$|18$)/.test(String(rows)) ? 'an' : 'a');

export const tensor = {
  /** What a tensor is, by its size along each axis. */
  shape: (sizes: readonly number[]) =>
    sizes.length === 1
      ? `a vector of ${sizes[0]}`
      : sizes.length === 2
        ? `${article(sizes[0]!)} ${sizes.join('×')} matrix`
        : `${sizes.join('×')} numbers`,
  sampleInRow: 'one sample a row',
  sampleInNumber: 'one number a sample',
  form: 'How this step is shown',
  forms: { scalar: 'number by number', matrix: 'as matrices' },
  all: (name: string) => `All numbers of ${name}`,
  sample: (n: number) => `sample ${n}`,
  row: (n: number) => `row ${n}`,
  column: (n: number) => `column ${n}`,
  cell: (name: string, relation: string, value: string) => `${name} ${relation} ${value}`.replace('  ', ' '),
  between: (first: string, last: string) => `Show ${first} to ${last}`,
  chooseNumber: 'The marked number is derived above. Choose another one to see where it comes from.',
  chooseInMatrix: 'The marked numbers make the marked result. Choose any number to see how it comes about.',
  noMatrices: 'This step is not written with matrices: each of its numbers has a line of its own.',
  formula: 'As a formula over matrices',
  filled: 'The same with numbers',
  by: (sizes: readonly number[]) => sizes.join(' by '),
  transposed: (name: string) => `${name}, rows and columns swapped`,
  inShape: (name: string, sizes: string) => `${name}, ${sizes}`,
  repeated: 'repeated where it is used',
  onEveryRow: 'the same for every row',
  with: 'with',
  /** How the signs between matrices are read aloud. */
  signs: {
    '(': 'open parenthesis',
    ')': 'close parenthesis',
    ᵀ: 'with rows and columns swapped',
    '+': 'plus',
    '−': 'minus',
    '·': 'times',
    '⊙': 'times, element by element,',
  },
  over: { samples: 'samples', rows: 'rows', columns: 'columns', all: 'all numbers' },
  sumOver: (what: string) => `the sum over ${what} of`,
  nothingLeadsThere: 'Exactly 0: no path leads from here to there.',
  closedForm: 'In closed form',
  holds: 'Checked: equal to the gradient above, in 30 digits.',
} as const;
