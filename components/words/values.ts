export const values = {
  title: 'Given numbers',
  roles: {
    input: ['Inputs', 'what goes in'],
    target: ['Targets', 'what should come out'],
    parameter: ['Parameters', 'what training changes'],
    constant: ['Settings', 'what stays fixed'],
  },
  name: 'name',
  given: 'given',
  now: (iteration: number) => `after ${iteration.toLocaleString('en')} ${iteration === 1 ? 'update' : 'updates'}`,
  fromTheStart: 'Given numbers belong to the beginning, before any update. Change one, and all updates run again.',
  field: (name: string) => `Given value of ${name}`,
  edited: 'edited',
  own: 'lesson’s own:',
  revert: (name: string) => `Take back the lesson’s own ${name}`,
  reset: 'Back to the lesson’s own values',
  keys: '↑ and ↓ change the last digit, Esc takes back what you typed.',
} as const;
