import { isTimed, namesUsed, timeSteps, type WrittenLine } from '../program/expression.js';
import type { Role } from '../program/program.js';

const roles: readonly Role[] = ['input', 'target', 'parameter', 'constant'];

/** The role that a comment begins with: `# target`, `# inputs from the camera`. */
export function saidRole(comment: string): Role | undefined {
  const [word = ''] = /^[A-Za-z]*/.exec(comment.trim().toLowerCase())!;
  return roles.find((role) => word === role || word === `${role}s`);
}

/** A given number of which no comment says what it is for, by the first letters that textbooks use. */
export const isCalledParameter = (name: string): boolean => /^(w|b|gamma|theta)/i.test(name) || /^[UK]/.test(name);
const isCalledTarget = (name: string): boolean => /^[ty]/i.test(name);

/**
 * What a number is for, by its name: w…, b…, gamma…, theta…, U…, K… is a parameter; T, how many time steps there are, a constant; t… or y… is a target, unless a line before
 * the loss uses it together with a parameter; anything else is an input.
 */
export function roleOf(name: string, lines: readonly WrittenLine[], parameters: ReadonlySet<string>): Role {
  if (parameters.has(name)) return 'parameter';
  if (name === timeSteps && lines.some(isTimed)) return 'constant';
  if (!isCalledTarget(name)) return 'input';
  const before = lines.slice(0, -1).map((line) => namesUsed(line));
  const isComputedWith = before.some((used) => used.includes(name) && used.some((other) => parameters.has(other)));
  return isComputedWith ? 'input' : 'target';
}
