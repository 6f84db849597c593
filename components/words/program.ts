export const program = {
  title: 'The program',
  how: (loss: string) =>
    `One line for each quantity, \`name = formula\`; names that no line gives are given numbers. Some line gives \`${loss}\`. Ctrl+Enter uses the program.`,
  use: 'Use this program',
  back: 'Back to the lesson’s program',
  reset: 'Back to the lesson’s program and numbers',
  bringBack: 'Bring back what I typed',
  reading: 'Reading…',
  notUsed: 'Not used yet.',
  inUse: 'Your program is in use.',
  inUseWithout: (names: string) => `Your program is in use. It has no use for ${names}.`,
  wrong: (count: number) => (count === 1 ? 'One thing to put right:' : `${count} things to put right:`),
  line: (line: number) => `Line ${line}`,
  missing: 'New names, each needs a value:',
  notLoaded: 'The part that reads programs could not be loaded: check the connection and try again.',
  unreadable: 'This could not be read, for a reason that is not known.',
} as const;
