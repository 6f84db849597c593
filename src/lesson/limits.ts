/**
 * What a lesson may have at most. It may be anybody's text, and someone waits while it is read: all that is within these
 * limits is read, and its first step shown, without holding up the page. The built-in lessons have a tenth of them.
 */
export const limits = {
  /** Characters of the file. */
  characters: 250_000,
  lines: 5_000,
  /** Characters of a line, and of lines of prose that stand together without a blank one. */
  line: 100_000,
  paragraph: 5_000,
  /** How deep groups and lists of the front matter may stand inside each other. */
  groups: 16,
  /** The same for emphasis and links in prose. */
  emphasis: 8,
  /** Characters of one text of the front matter: a title, a note. */
  text: 2_000,
  /** Characters of a formula in prose, and how deep its braces and brackets may stand inside each other. */
  formula: 1_000,
  braces: 20,
  /** What the prose of one step shows: formulas and live numbers; characters of formulas; paragraphs and pieces of text in all. */
  live: 200,
  tex: 3_000,
  pieces: 2_000,
  items: {
    needs: 20,
    claims: 50,
    conventions: 20,
    choices: 12,
    trained: 200,
    rules: 10,
    published: 200,
    sources: 50,
    plots: 10,
    walkthroughs: 20,
    stops: 500,
  },
  /** Names in one group. */
  names: 1_000,
  /** Lines of a program, and names used in them, each counted in each line: as many boxes and edges as a picture has. */
  program: { lines: 200, uses: 1_000 },
  /** Programs: the lesson's own, and one for each choice. */
  programs: 40,
  /** Numbers that a lesson gives, those of vectors and matrices one by one. */
  numbers: 10_000,
  /** Names and numbers in the lines of all programs together, once these are written out for every element. */
  terms: 100_000,
  /** Different iterations that a lesson names (`E@100`), and updates of a single number on the way to the last. */
  iterations: 20,
  updates: 2_000_000,
} as const;
