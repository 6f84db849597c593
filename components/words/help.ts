export const help = {
  title: 'Keys',
  close: 'Close',
  reveal: 'show the next piece, then the next step',
  next: 'next complete step',
  previous: 'complete step before',
  first: 'first step',
  last: 'last step',
  undo: 'undo',
  redo: 'do it again',
  reset: 'back to the lesson’s own values',
  present: 'present it to a class',
  help: 'show these keys',
} as const;
