import type { Trace } from '../../src/index.js';
import { plainSymbol } from '../formula-text.js';

/**
 * The neuron a variable belongs to, going by its name: `net_o1` and `out_o1` share `o1`.
 * A variable whose ending no other shares stands for itself.
 */
export function unitOf(variable: string, { setup }: Trace): string {
  const ending = endingOf(variable);
  if (!ending) return variable;
  const names = [...setup.program.lines.map(({ name }) => name), ...setup.program.given];
  return names.some((name) => name !== variable && endingOf(name) === ending) ? ending : variable;
}

/** The same in running text: h1, or the variable's own symbol. */
export function unitName(variable: string, trace: Trace): string {
  const unit = unitOf(variable, trace);
  return unit === variable ? plainSymbol(variable) : unit;
}

const endingOf = (name: string): string | undefined => /^[^_[\]]+_(\w+)$/.exec(name)?.[1];
