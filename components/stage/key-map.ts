import { boolean, object, optional, pipe, record, regex, safeParse, string, type InferOutput } from 'valibot';
import { recall, remember } from '../tutor/memory.js';
import { stageKeys, type StageAction, type StageKey } from './actions.js';

/** What someone chose about the stage's letters. */
const schema = object({
  /** Single letters do something. */
  letters: optional(boolean(), true),
  /** Other keys, by action. */
  keys: optional(record(string(), pipe(string(), regex(/^\S$/u))), {}),
});
export type KeyChoices = InferOutput<typeof schema>;

/** The choices of the last time. Whatever else may be stored under the name counts as none. */
export function storedChoices(): KeyChoices {
  let stored: unknown;
  try {
    stored = JSON.parse(recall('stage-keys') ?? '{}');
  } catch {
    stored = {};
  }
  const { success, output } = safeParse(schema, stored);
  return success ? output : { letters: true, keys: {} };
}

export const storeChoices = (choices: KeyChoices): void => remember('stage-keys', JSON.stringify(choices));

/** The keys of an action under someone's choices; none where letters are off. */
export function keysOf({ action, keys, isLetter }: StageKey, choices: KeyChoices): readonly string[] {
  if (!isLetter) return keys;
  if (!choices.letters) return [];
  const own = choices.keys[action];
  return own === undefined ? keys : [own];
}

/** What a key does. */
export function actionOf(key: string, choices: KeyChoices): StageAction | undefined {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  // A key that someone chose goes before one that is only usual.
  const chosen = stageKeys.find(({ action, isLetter }) => isLetter && choices.keys[action] === pressed);
  if (chosen && choices.letters) return chosen.action;
  return stageKeys.find((each) => keysOf(each, choices).includes(pressed))?.action;
}

/** What stands against a key for an action, if anything does. */
export function conflictOf(key: string, action: StageAction, choices: KeyChoices): StageAction | undefined {
  const taken = actionOf(key, choices);
  return taken === action ? undefined : taken;
}
