import { parseArgs } from 'node:util';
import { InputError } from '../../src/index.js';
import { didYouMean } from '../../src/open.js';
import { exported as say } from '../words/export.js';

/** The commands, the options that each takes, and an example of each option's value. */
export const commands = {
  export: {
    at: 'backward/w5',
    format: 'markdown',
    digits: '6',
    after: '3',
    set: 'w5:0.7',
    with: 'biases:shared',
    walk: '15-minutes',
    out: 'step.html',
  },
  integrity: { base: 'https://example.org/backprop-tutor/' },
} as const;

/** These may stand several times. */
const repeatable = ['set', 'with'];

/** A command line as it was typed, checked for names only. */
export interface Arguments {
  readonly command: keyof typeof commands | 'help';
  /** What stands there without an option's name. */
  readonly subject: string | undefined;
  /** Option values by name; of one that stands several times, joined by commas. */
  readonly options: Readonly<Record<string, string>>;
}

export const complain = (message: string): never => {
  throw new InputError([{ message }]);
};

/**
 * Read a command line.
 * @throws InputError with a sentence on what is wrong and how it is written
 */
export function readArguments(typed: readonly string[]): Arguments {
  const { tokens, positionals } = parseArgs({
    args: [...typed],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.values(commands)
        .flatMap((options) => Object.keys(options))
        .map((name) => [name, { type: 'string' as const }]),
    ),
  });
  const asked = tokens.filter((token) => token.kind === 'option');
  if (asked.some(({ rawName }) => ['--help', '-h'].includes(rawName)) || positionals[0] === 'help')
    return { command: 'help', subject: undefined, options: {} };
  const [command, subject, ...extra] = positionals;
  const known = Object.keys(commands);
  if (command === undefined) return complain(say.noCommand(known));
  if (!isCommand(command))
    return complain(say.unknownCommand(command, didYouMean(command, known, say.commands(known))));
  const examples: Readonly<Record<string, string>> = commands[command];
  const options: Record<string, string> = {};
  for (const { name, value } of asked) {
    const names = Object.keys(examples);
    const example = examples[name];
    if (example === undefined) return complain(say.unknownOption(name, didYouMean(name, names, say.options(names))));
    if (value === undefined || value === '') return complain(say.noValue(name, example));
    const before = options[name];
    if (before !== undefined && !repeatable.includes(name)) return complain(say.twice(name));
    options[name] = before === undefined ? value : `${before},${value}`;
  }
  if (extra.length) return complain(say.tooMuch(extra));
  return { command, subject, options };
}

const isCommand = (name: string): name is keyof typeof commands => Object.hasOwn(commands, name);
