const list = (names: readonly string[]): string => names.join(', ');

/** What the command line says, and what stands in exported steps beside the lesson's own words. */
export const exported = {
  /** Over a step: the lesson, where in it, and what is not the lesson's own. */
  heading: (title: string, place: string) => `${title} · ${place}`,
  other: (differences: readonly string[]) => `With other numbers than the lesson’s own: ${differences.join('; ')}.`,
  value: (name: string, value: string) => `${name} = ${value}`,
  choice: (convention: string, choice: string) => `${convention}: ${choice}`,
  ownProgram: 'a program of one’s own',
  paper: (digits: number) => `every result rounded to ${digits} digits before it is used again`,
  path: (number: number, name: string) => `(${number}) ${name}:`,
  morePaths: (shown: number, all: number) => `${shown} of ${all} paths are written out; the sum is over all of them.`,
  numbersAfter: (when: string) => `These are the numbers ${when}.`,
  /** Over the documents of a whole lesson. */
  kinds: { everything: 'Every step, in full', worksheet: 'Worksheet', key: 'Key to the worksheet' },
  howToFill: 'Work out each step and write the numbers on the lines. Steps have the same numbers in the key.',
  /** Of a step of many numbers. */
  first: 'The first of them in full:',
  all: 'All of them:',
  sources: 'Sources',
  pictureTitle: (title: string, question: string) => `${title}: ${question}`,
  beyondLatex: (characters: readonly string[]) =>
    `These characters are beyond pdfLaTeX: ${characters.join(' ')}. Use LuaLaTeX, with a font that has them.`,

  proving: (done: number, total: number) =>
    `Replaying update ${done.toLocaleString('en')} of ${total.toLocaleString('en')} in decimals…`,
  written: (file: string) => `Written: ${file}`,

  noCommand: (known: readonly string[]) =>
    `Say what to do: ${list(known)}. \`backprop-tutor --help\` shows what each one takes.`,
  unknownCommand: (typed: string, hint: string) => `There is no command \`${typed}\`. ${hint}`,
  commands: (known: readonly string[]) => `The commands are ${list(known)}; \`--help\` shows what each one takes.`,
  unknownOption: (typed: string, hint: string) => `There is no option \`--${typed}\` here. ${hint}`,
  options: (known: readonly string[]) => `The options are ${list(known.map((each) => `--${each}`))}.`,
  noValue: (option: string, example: string) => `\`--${option}\` needs a value: \`--${option} ${example}\`.`,
  twice: (option: string) => `\`--${option}\` stands there twice: leave one of them out.`,
  tooMuch: (extra: readonly string[]) =>
    `\`${extra.join(' ')}\` is one thing too many: give one lesson, and everything else as options.`,
  noLesson: (known: readonly string[]) =>
    `Say which lesson: \`backprop-tutor export mazur\`. There are ${list(known)}; or name a lesson file of your own, ending in .md.`,
  unknownLesson: (typed: string, hint: string) => `There is no lesson \`${typed}\`. ${hint}`,
  lessons: (known: readonly string[]) => `There are ${list(known)}; or name a lesson file of your own, ending in .md.`,
  noFile: (file: string) => `\`${file}\` does not exist: check the path, which counts from the folder you are in.`,
  unreadable: (file: string, why: string) => `\`${file}\` could not be read (${why}): check the path and its rights.`,
  unwritable: (file: string, why: string) =>
    `\`${file}\` could not be written (${why}): check that its folder exists and that you may write there.`,
  otherLesson: (named: string, own: string) =>
    `\`--at\` names the lesson \`${named}\`, the command says \`${own}\`: use the same one.`,
  unusable: (complaints: string) =>
    `\`--at\`: this address cannot be followed as it stands, so nothing is written. The tutor says of it: ${complaints}`,
  refused: (why: string) => `These numbers and conventions do not go together: ${why}`,
  unknownStep: (typed: string, lesson: string, hint: string) =>
    `\`--at ${typed}\`: ${lesson} has no such step. ${hint}`,
  stepLike: (first: string) => `Steps are written like \`${first}\`.`,
  unknownFormat: (typed: string, hint: string) => `\`--format ${typed}\`: there is no such format. ${hint}`,
  onlyWhole: (format: string, at: string) =>
    `\`--format ${format}\` is about a whole lesson: leave \`--at ${at}\` out, or give it a whole address from the tutor.`,
  formats: (known: readonly string[]) => `The formats are ${list(known)}.`,
  notWhole: (option: string, typed: string, least: string, most: string) =>
    `\`--${option} ${typed}\`: write a whole number from ${least} to ${most}.`,
  notPair: (option: string, typed: string, example: string) =>
    `\`--${option}\`: \`${typed}\` is no pair. Write \`${example}\`; commas stand between several.`,
  unknownGiven: (name: string, hint: string) => `\`--set ${name}\`: this is not a given number here. ${hint}`,
  givens: (known: readonly string[]) =>
    known.length > 12
      ? `Given are ${list(known.slice(0, 12))} and ${known.length - 12} more.`
      : `Given are ${list(known)}.`,
  wrongValue: (name: string, why: string) => `\`--set ${name}\`: ${why}`,
  unknownConvention: (id: string, hint: string) => `\`--with ${id}\`: this lesson has no such convention. ${hint}`,
  conventions: (known: readonly string[]) =>
    known.length ? `It has ${list(known)}.` : 'It has none, so leave `--with` out.',
  unknownWalkthrough: (id: string, hint: string) => `\`--walk ${id}\`: this lesson has no such walkthrough. ${hint}`,
  walkthroughs: (known: readonly string[]) =>
    known.length ? `It has ${list(known)}.` : 'It has none, so leave `--walk` out.',
  unknownChoice: (id: string, choice: string, hint: string) =>
    `\`--with ${id}:${choice}\`: this convention has no such choice. ${hint}`,
  unproven: (names: readonly string[], digits: number) =>
    `Nothing is written, because the ${digits} digits of ${list(names)} could not be proven: they hang on a tie or a comparison that 1,000 digits do not decide. Try other numbers (\`--set\`) or another \`--digits\`.`,

  noBase: 'Say where the files will be: `backprop-tutor integrity --base https://example.org/backprop-tutor/`.',
  wrongBase: (typed: string) =>
    `\`--base ${typed}\`: write the address of the folder, beginning with https://, http://, / or ./.`,
  noSite: (folder: string) =>
    `There is no built site in \`${folder}\`: in a clone, run \`npm run build\`; otherwise install the package again.`,
  unexpected: (message: string) => `Something went wrong that should not have: ${message}`,

  help: `Usage: backprop-tutor export <lesson> [options]
       backprop-tutor integrity --base <address>

export prints a lesson for your notes: every step with its question, its formulas, its
numbers and the lesson's words; or one step of it. Every digit is proven before it is
printed.

  <lesson>             a lesson file of your own, ending in .md, or a built-in lesson:
                       {lessons}
  --format <format>    html (default), markdown, latex;
                       worksheet and key (LaTeX: blanks to fill, and what belongs there);
                       pytorch and numpy (a program that computes the same numbers and
                       asserts them); svg (the diagram of a step)
  --at <step>          only this step: backward/w5; or an address copied from the tutor.
                       The diagram's default is the first step
  --digits <n>         significant digits, {least} to {most}. Default: {usual}. The diagram has 3
  --after <n>          the same after n updates
  --set <name>:<value> other given numbers: --set w5:0.7,w6:0.1
  --walk <name>        only the steps of a walkthrough: --walk 15-minutes
  --with <id>:<choice> other conventions: --with biases:shared
  --out <file>         write to a file instead

integrity prints an import map with a hash for each script of the tutor, and the script
line, for pages that must not run changed files.

  --base <address>     the folder that the files are served from

  --help               this text
`,
} as const;
