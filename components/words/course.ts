export const course = {
  title: 'Course',
  intro:
    'Each lesson is one small network, walked through number by number: forward, the loss, backward, the update. Take them in order, or begin wherever you know what it needs.',
  needs: 'Needs first:',
  needsNothing: 'Needs nothing first.',
  here: 'open now',
  next: 'Next lesson',
  all: 'All lessons',
  back: (title: string) => `Back to ${title}`,
} as const;
