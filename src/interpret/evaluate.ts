import { name as nameOf } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import type { NumberSystem } from '../numbers/number-system.js';
import { opNamed } from '../ops/known.js';
import type { Op } from '../ops/op.js';

/**
 * The value of a formula in a number system.
 * @param valueOf the value of a name
 * @throws NoValue where the formula has none (log of a negative number), with a sentence for the reader
 */
export function evaluate<T>(formula: Formula, valueOf: (name: string) => T, system: NumberSystem<T>): T {
  switch (formula.kind) {
    case 'number':
      return system.read(formula.text);
    case 'name':
      return valueOf(formula.name);
    case 'call':
      return applyOp(
        opNamed(formula.op, formula.at),
        formula.args.map((arg) => evaluate(arg, valueOf, system)),
        system,
      );
    case 'derivative':
      throw new Error('A derivative is worked out before it is evaluated.');
  }
}

/** Apply an op in a number system, by its own function or by expanding its definition. */
export function applyOp<T>(op: Op, inputs: readonly T[], system: NumberSystem<T>): T {
  const direct = system.apply(op, inputs);
  if (direct !== undefined) return direct;
  const definition = definitionOf(op, inputs.length);
  return evaluate(definition, (input) => inputs[Number(input)] as T, system);
}

const definitions = new Map<string, Formula>();

/** What is computed for an op without a function of its own: its stable form where it has one. Inputs are named by position. */
export function definitionOf(op: Op, arity: number): Formula {
  const key = `${op.name}/${arity}`;
  const known = definitions.get(key);
  if (known) return known;
  const forward = op.stable?.forward ?? op.forward;
  if (!forward) throw new Error(`The op ${op.name} has neither a function nor a definition.`);
  const definition = forward(...Array.from({ length: arity }, (_, i) => nameOf(String(i))));
  definitions.set(key, definition);
  return definition;
}
