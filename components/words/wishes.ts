/** What an element's attributes ask for and cannot have. */
export const wishes = {
  unknownPanel: (name: string) =>
    `There is no panel \`${name}\`. There are: bar, diagram, derivation, prose, controls, values, gradients, published, training, program; or all, or formula.`,
  wrongHeight: (height: string) =>
    `The height \`${height}\` is no length: write a number of pixels (\`640\`) or a CSS length (\`40rem\`).`,
  unknownView: (view: string) => `The view can be \`scalar\` or \`matrix\`, not \`${view}\`.`,
  wrongDigits: (least: number, most: number) => `The digits have to be a whole number from ${least} to ${most}.`,
  noSuchEnd: (end: 'from' | 'to', step: string) =>
    `The lesson should ${end === 'from' ? 'begin' : 'end'} with \`${step}\`, which it does not have; it ${end === 'from' ? 'begins with its first step' : 'ends with its last step'} instead.`,
  endsReversed: (from: string, to: string) =>
    `\`${from}\` comes after \`${to}\`, so all steps are shown. Exchange \`from\` and \`to\`.`,
} as const;
