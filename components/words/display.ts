export const display = {
  digits: 'Significant digits',
  paper: 'Paper mode',
  paperMeaning: 'Rounds every result to these digits before it is used again, as you would with pencil and paper.',
  paperOn: (digits: number) =>
    `Paper mode is on: every result is rounded to ${digits} digits, so the last ones may be off.`,
  tooFew: (digits: number) =>
    `${digits} digits are few: differences of close numbers can become 0, and errors grow with every update. 6 is safer.`,
  view: 'Gradients',
  expanded: 'Whole chain',
  expandedMeaning: 'Every factor from the loss down to here, as long as there is only one path.',
  local: 'Last link',
  localMeaning: 'What arrives from above, times the slope of this one line.',
} as const;
