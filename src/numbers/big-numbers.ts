/** mathjs's BigNumber and nothing else of it. Only `decimal.ts` asks for this file, and only when digits are to be proven. */
import { BigNumberDependencies, create } from 'mathjs';
import type { BigClass } from './big.js';

/** A BigNumber class of its own precision. The configuration of no other mathjs instance changes. */
export function bigNumberClass(precision: number): BigClass {
  const instance: object = create({ BigNumberDependencies: BigNumberDependencies! }, { precision });
  return (instance as { BigNumber: BigClass }).BigNumber;
}
