import { choicesOf, type LessonState, type Trace } from '../../../src/index.js';
import { plainName } from '../../formula-text.js';
import { exported as say } from '../../words/export.js';
import { python as words } from '../../words/python.js';
import { differences } from '../differences.js';
import { tolerance, type Expected, type GroupId } from './expected.js';

/** What the files of both libraries are made from. */
export interface PythonSource {
  readonly state: LessonState;
  readonly trace: Trace;
  readonly expected: Expected;
}

/** What a library's file says in its own way; lines without the indentation of the loop. */
export interface PythonParts {
  readonly needs: string;
  /** As an import names it. */
  readonly library: string;
  /** How it is set up. */
  readonly setup?: readonly string[];
  /** Functions that the lines below call. */
  readonly definitions: readonly string[];
  readonly given: readonly string[];
  /** One update, from the forward pass to the new parameters. */
  readonly iteration: readonly string[];
  /** Makes the new parameters the current ones. */
  readonly advance: readonly string[];
  /** Where the value of a reference stands afterwards. */
  readonly valueOf: (ref: string, group: GroupId) => string;
}

/** A Python file that computes a lesson's numbers with a library and holds them against ours. */
export function pythonFile(source: PythonSource, parts: PythonParts): string {
  const { state, expected } = source;
  const { iteration, advance } = parts;
  const once = state.iteration === 0;
  const loop = [
    `for update in range(AFTER + 1):`,
    ...indented([...iteration, '', `if update < AFTER:`, ...indented(advance.length ? advance : ['pass'])]),
  ];
  const body = [
    ...(parts.definitions.length ? ['', ...parts.definitions.flatMap((each) => [each, '', ''])] : []),
    `# ${words.given}`,
    ...parts.given,
    '',
    ...(once ? iteration : [`# ${words.after}`, `AFTER = ${state.iteration}`, '', ...loop]),
    '',
    ...table(source, parts.valueOf),
    ...listed(expected, source.trace),
    '',
    ...check,
  ].join('\n');
  return [
    ...header(source, parts.needs),
    '',
    ...(/\bmath\./.test(body) ? ['import math', ''] : []),
    `import ${parts.library}`,
    '',
    ...(parts.setup ? [...parts.setup, ''] : []),
    body,
  ].join('\n');
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line ? `    ${line}` : line));

function header({ state }: PythonSource, needs: string): readonly string[] {
  const { lesson } = state;
  const other = differences({ ...state, choices: {}, paper: false });
  return [
    words.title(lesson.title),
    words.what(lesson.loss),
    needs,
    '',
    ...(other.length ? [say.other(other)] : []),
    ...(state.iteration ? [words.numbersAfter(state.iteration)] : []),
    ...choicesOf(lesson, state.choices).map(({ label }, i) => say.choice(lesson.conventions[i]!.title, label)),
    ...lesson.sources.map(({ title, url }) => `${title}: ${url}`),
  ].map(comment);
}

/** A line of a comment; whatever breaks a line would end it. */
export const comment = (text: string): string => `# ${text.replace(/\s+/gu, ' ')}`.trimEnd();

function table({ expected, trace }: PythonSource, valueOf: PythonParts['valueOf']): readonly string[] {
  const { loss } = trace.setup;
  const groups = Object.entries(expected.groups) as [GroupId, Expected['groups'][GroupId]][];
  return [
    `# ${words.expected}`,
    'expected = {',
    ...groups.flatMap(([id, numbers]) => [
      `    ${JSON.stringify(words.groups[id])}: [`,
      ...numbers.map(
        ({ ref, plain }) => `        (${JSON.stringify(plainName(ref, loss))}, ${valueOf(ref, id)}, ${plain}),`,
      ),
      '    ],',
    ]),
    '}',
  ];
}

function listed({ beyond }: Expected, { setup }: Trace): readonly string[] {
  if (!beyond.length) return [];
  const line = ({ ref, why, plain }: Expected['beyond'][number]): string =>
    words.beyond[why](plainName(ref, setup.loss), plain.replace(/\.?0+(?=e|$)/, ''));
  return ['', comment(words.leftOut), ...beyond.map((each) => `#   ${line(each)}`)];
}

const check = [
  `RTOL, ATOL = ${tolerance.relative}, ${tolerance.absolute}`,
  '',
  'for group, numbers in expected.items():',
  '    for name, here, there in numbers:',
  '        if not abs(float(here) - there) <= ATOL + RTOL * abs(there):',
  `            raise AssertionError(f"{name}: ${words.differs('{float(here)!r}', '{there!r}')}")`,
  `    print(f"{group}: {len(numbers)}")`,
  `print(f"{sum(len(numbers) for numbers in expected.values())} ${words.agree}")`,
];
