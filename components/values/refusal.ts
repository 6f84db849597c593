import { InputError, setupOf, withValue, type LessonState } from '../../src/index.js';

/** Why a number cannot be taken as it is, if the program cannot be computed with it: a label of no class. */
export function refusal(state: LessonState, name: string, text: string): string | undefined {
  try {
    const whole = setupOf(state).given.find((each) => each.name === name)?.from ?? name;
    setupOf(withValue(state, whole, text));
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return reasonOf(error);
  }
}

/** The sentence without its place in the program: it stands beside what was typed. */
export const reasonOf = ({ complaints }: InputError): string =>
  complaints.map(({ message }) => message.replaceAll('`', '')).join(' ');
