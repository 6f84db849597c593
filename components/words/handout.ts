/** What the handout says round the lesson. */
export const handout = {
  name: 'Backprop Tutor',
  title: (lesson: string, kind: string) => `${lesson} · ${kind}`,
  toolbar: 'This handout',
  kind: 'Show',
  kinds: { everything: 'everything', worksheet: 'worksheet, to fill in', key: 'key to the worksheet' },
  digits: 'Digits',
  print: 'Print, or save as PDF',
  printing: 'Printing as soon as every digit is proven…',
  toTutor: 'Back to the tutor',
  downloads: 'Download',
  formats: {
    latex: 'LaTeX',
    worksheet: 'LaTeX worksheet',
    key: 'LaTeX key',
    markdown: 'Markdown',
    pytorch: 'PyTorch',
    numpy: 'NumPy',
  },
  writing: (format: string) => `Writing ${format}…`,
  written: (file: string) => `${file} is in your downloads.`,
  progress: (done: number, all: number) => `Proving the digits: step ${done} of ${all}`,
  ready: (all: number) => `All ${all} steps are here, and every digit is proven.`,
  opening: 'Opening the lesson…',
  unfinished: 'This handout is not complete yet: its digits are still being proven. Print it again in a moment.',
  computed: 'Every number here can be followed and changed at',
  page: { worksheet: 'Worksheet', key: 'Key', everything: '' },
  unknownKind: (kind: string, known: readonly string[]) =>
    `There is no handout of the kind “${kind}”, so all of the lesson is shown. Known are: ${known.join(', ')}.`,
  unknown: (keys: readonly string[], known: readonly string[]) =>
    `${keys.map((key) => `“${key}”`).join(', ')} ${keys.length === 1 ? 'means' : 'mean'} nothing in this page’s address. Known are: ${known.join(', ')}.`,
  tooLong: (length: number, longest: number) =>
    `The state in this page’s address has ${length.toLocaleString('en')} characters, and ${longest.toLocaleString('en')} are allowed, so the lesson opens with its own numbers. Open the handout from the tutor again.`,
  noDecimals:
    'The exact arithmetic could not be loaded, so no digit can be proven and nothing is shown. Check the connection, then reload the page.',
  failed: (message: string) => `This handout could not be finished: ${message}`,
  reload: 'Try again',
} as const;
