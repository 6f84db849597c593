import { InputError } from '../complaint.js';
import { gradientRules, optimisers, schedules } from '../optimisers/index.js';
import type { Optimiser } from '../optimisers/optimiser.js';
import type { Rule } from '../optimisers/rule.js';
import { settingComplaint } from '../optimisers/setting-complaint.js';
import { elementName, elementOf } from '../program/expression.js';
import { didYouMean } from '../program/nearest.js';
import type { Given } from '../program/program.js';
import { ownName, sharedName } from '../trace/optimiser-state.js';
import { composeRules } from './compose-rules.js';
import type { Entry } from './front-matter.js';
import type { UpdateRule } from './lesson.js';
import { limits } from './limits.js';
import { numberText, readTensor, required } from './read-entries.js';

/** Which rules make an update, by name. */
export interface RuleNames {
  readonly optimiser: string;
  /** Rules in front of it, in order: `[l2, clip-norm]`. */
  readonly with?: readonly string[];
  readonly schedule?: string;
}

/**
 * The optimiser that rules make together.
 * @throws InputError with a sentence where a name is unknown, or two rules have a setting of the same name
 */
export async function optimiserOf({ optimiser, with: before = [], schedule }: RuleNames): Promise<Optimiser> {
  const complaints: string[] = [];
  const rules = rulesOf({ optimiser, with: before, ...(schedule !== undefined && { schedule }) }, (message) =>
    complaints.push(message),
  );
  if (complaints.length > 0) throw new InputError(complaints.map((message) => ({ message })));
  return composeRules(rules);
}

type Complain = (message: string, subject: string, where: 'optimiser' | 'schedule' | number) => void;

function rulesOf({ optimiser, with: before = [], schedule }: RuleNames, complain: Complain): readonly Rule[] {
  const rules: Rule[] = [];
  const find = (
    table: ReadonlyMap<string, Rule>,
    name: string,
    what: string,
    where: 'optimiser' | 'schedule' | number,
  ): void => {
    const rule = table.get(name);
    if (!rule) {
      const otherwise = `It can be ${[...table.keys()].join(', ')}.`;
      complain(`There is no ${what} \`${name}\`. ${didYouMean(name, table.keys(), otherwise)}`, name, where);
      return;
    }
    for (const setting of Object.keys(rule.settings)) {
      const other = rules.find((each) => Object.hasOwn(each.settings, setting));
      if (!other) continue;
      const who =
        other === rule ? `\`${name}\` stands twice` : `\`${other.name}\` and \`${name}\` both set \`${setting}\``;
      complain(`${who}: leave one of them out.`, name, where);
      return;
    }
    rules.push(rule);
  };
  if (schedule !== undefined) find(schedules, schedule, 'schedule', 'schedule');
  before.forEach((name, i) => find(gradientRules, name, 'rule', i));
  find(optimisers, optimiser, 'optimiser', 'optimiser');
  return rules;
}

/**
 * How the trained parameters move: `update: { optimiser: adam, with: [clip-norm], schedule: step, settings: { … } }`; and
 * what the optimiser's state starts from, `state: { w5.v: 0.1 }`.
 */
export async function readUpdate(entry: Entry, given: readonly Given[]): Promise<UpdateRule | undefined> {
  const fields = entry.fields(['optimiser', 'with', 'schedule', 'settings', 'state']);
  const named = required(entry, fields, 'optimiser');
  const before = fields.get('with')?.items(limits.items.rules) ?? [];
  const schedule = fields.get('schedule');
  let isWrong = !named;
  const names = {
    optimiser: named?.text() ?? '',
    with: before.map((item) => item.text()),
    ...(schedule && { schedule: schedule.text() }),
  };
  const rules = rulesOf(names, (message, subject, where) => {
    isWrong = true;
    const place = where === 'optimiser' ? named : where === 'schedule' ? schedule : before[where];
    place?.complain(message, subject);
  });
  const optimiser = isWrong ? undefined : await composeRules(rules);
  const settings = fields.get('settings')?.fields(optimiser && Object.keys(optimiser.settings)) ?? [];
  const texts = [...settings].map(([name, value]): [string, string] => {
    const text = numberText(value);
    const known = optimiser?.settings[name];
    const wrong = known && Number.isFinite(Number(text)) ? settingComplaint(name, text, known) : undefined;
    if (wrong !== undefined) value.complain(wrong, name);
    return [name, text];
  });
  const start = optimiser && readStart(fields.get('state'), optimiser, given);
  return (
    optimiser && {
      optimiser,
      settings: Object.fromEntries(texts),
      ...(start && Object.keys(start).length > 0 && { start }),
    }
  );
}

/** What the state starts from: a number, or for a vector or matrix a list of the same shape. */
function readStart(
  entry: Entry | undefined,
  { state, shared }: Optimiser,
  given: readonly Given[],
): Readonly<Record<string, string>> {
  const parameters = given.filter(({ role }) => role === 'parameter').map(({ name }) => name);
  const known = new Set([
    ...Object.keys(shared).map(sharedName),
    ...parameters.flatMap((name) => Object.keys(state).map((each) => ownName(name, each))),
  ]);
  const tensors = [...new Set([...known].map((name) => elementOf(name).tensor))];
  const start: Record<string, string> = {};
  for (const [name, value] of entry?.fields() ?? []) {
    if (!tensors.includes(name)) {
      const otherwise = tensors.length ? `It can be ${tensors.slice(0, 30).join(', ')}.` : 'It keeps nothing.';
      value.complain(`The optimiser keeps no \`${name}\`. ${didYouMean(name, tensors, otherwise)}`, name);
      continue;
    }
    const elements = readTensor(value, name).map(([index, text]) => [elementName(name, index), text] as const);
    const wanted = [...known].filter((each) => elementOf(each).tensor === name);
    if (elements.length !== wanted.length || elements.some(([each]) => !known.has(each)))
      value.complain(`\`${name}\` has another size than its parameter: give it ${wanted.length} numbers alike.`, name);
    else Object.assign(start, Object.fromEntries(elements));
  }
  return start;
}
