export const published = {
  title: 'Source against ours',
  quantity: 'Quantity',
  printed: 'Printed',
  ours: 'Ours',
  difference: 'Difference',
  verdict: 'Verdict',
  agrees: 'agrees',
  agreesNow: 'agrees now',
  differs: 'differs',
  unknown: 'not comparable',
  waiting: 'computing…',
  summary: (agreeing: number, all: number) =>
    agreeing === all
      ? `All ${all} printed numbers agree with ours, to the last printed digit.`
      : `${agreeing} of ${all} printed numbers agree with ours, to the last printed digit.`,
  computing: 'Some numbers come after thousands of updates; they are computed while nothing else happens.',
  showAgreeing: (count: number) => (count === 1 ? 'Show the one that agrees' : `Show the ${count} that agree`),
  hideAgreeing: 'Fold the ones that agree',
  otherNumbers: 'The source used other numbers than you do now, so its results are others.',
  edited: 'You use other numbers than the source.',
  otherConvention: 'A convention is switched; this number was printed under another one.',
  noReason: 'No reason is known.',
  none: 'no such quantity here',
  switchOn: (choices: string) => `Switch on: ${choices}`,
  switchBack: 'Switch back',
} as const;
