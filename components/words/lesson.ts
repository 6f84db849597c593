export const lesson = {
  loading: 'Opening the lesson…',
  unknownLesson: (id: string, known: readonly string[]) =>
    `There is no lesson called “${id}” here. There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`,
  loadFailed: (what: string) =>
    `“${what}” could not be loaded. Check the connection or the address, then reload the page.`,
  network: (iteration: number) =>
    iteration === 0
      ? 'The network'
      : `The network after ${iteration.toLocaleString('en')} ${iteration === 1 ? 'update' : 'updates'}`,
  digits: (digits: number, paper: boolean) => `${digits} digits${paper ? ' on paper' : ''}`,
  conventions: 'Conventions',
  backTo: (step: string) => `Back to ${step}`,
  partFailed:
    'A part of the tutor could not be loaded, so something on this page is missing. Check the connection and reload.',
  noDecimals: 'The exact arithmetic could not be loaded, so the digits stay provisional (dotted).',
  retry: 'Try again',
  thisPage: 'the program in this page',
  noSuchLesson: (id: string) =>
    id
      ? `Here part of a lesson would stand, but there is no <bp-lesson id="${id}"> in this page. Give a lesson that id, or name another with for="…".`
      : '',
  controls: 'Walk through the steps',
  panels: 'Tables and settings',
} as const;
