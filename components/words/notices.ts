/** What a lesson says about its own state, and about what could not be used. */
export const notices = {
  dismiss: 'Dismiss',
  linkComplaints: 'Not everything that was asked for could be used',
  displaced: (step: string) => `The step ${step} does not exist under these conventions; this is the nearest one.`,
  changed: 'Some numbers or conventions are not the lesson’s own.',
  reset: 'Back to the lesson’s own values',
  undo: 'Undo',
  unproven: (last: number) =>
    `After more than ${last} updates, digits are proven only when you ask; until then they are dotted.`,
  prove: 'Prove the digits',
  proving: (done: number, total: number) =>
    `Replaying update ${done.toLocaleString('en')} of ${total.toLocaleString('en')} in decimals…`,
  cancel: 'Cancel',
  paper: (digits: number) =>
    `Paper mode: every result is rounded to ${digits} digits before it is used again, as by hand.`,
  exactAgain: 'Unrounded again',
} as const;
