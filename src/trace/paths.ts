import { name } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { isOne } from '../interpret/rewrite.js';
import { gradientOf, localOf, pathTerm } from './reference.js';
import type { Factor, FactorRole, Path } from './step.js';

/** What paths are read from: the consumers of each variable and the formulas of the line derivatives. */
export interface Derivatives {
  readonly loss: string;
  /** The lines that consume a variable on a way to the loss. */
  consumers(variable: string): readonly string[];
  /** The shown formula of a derivative already derived: `local/net_o1/w5`. */
  formulaOf(ref: string): Formula;
}

/** Finds the paths of a variable, one for each line that consumes it. What comes from upstream is worked out once. */
export function upstreamChains(derivatives: Derivatives): (variable: string) => readonly Path[] {
  const chains = new Map<string, readonly Unroled[]>();
  const chainOf = (variable: string): readonly Unroled[] => {
    let chain = chains.get(variable);
    if (!chain) chains.set(variable, (chain = upstreamChain(variable, derivatives, chainOf)));
    return chain;
  };
  return (variable) =>
    derivatives.consumers(variable).map((via) => {
      const last: Unroled = { ref: localOf(via, variable), meaning: derivatives.formulaOf(localOf(via, variable)) };
      const upstream: Unroled = { ref: gradientOf(via), meaning: name(gradientOf(via)) };
      const chain = [...chainOf(via), last].filter(({ meaning }) => !isOne(meaning));
      return {
        ref: pathTerm(variable, via),
        via,
        local: withRoles([upstream, last]),
        expanded: withRoles(chain.length ? chain : [last]),
      };
    });
}

type Unroled = Omit<Factor, 'role'>;

/**
 * ∂L/∂variable multiplied out while there is exactly one consumer. Factors identically 1 are dropped, and
 * what is left of a beginning like ∂L/∂E · ∂E/∂out is written ∂L/∂out, as textbooks do.
 */
function upstreamChain(
  variable: string,
  derivatives: Derivatives,
  chainOf: (variable: string) => readonly Unroled[],
): readonly Unroled[] {
  if (variable === derivatives.loss) return [];
  const [via, ...others] = derivatives.consumers(variable);
  if (via === undefined || others.length) return [{ ref: gradientOf(variable), meaning: name(gradientOf(variable)) }];
  const before = chainOf(via);
  const meaning = derivatives.formulaOf(localOf(via, variable));
  if (isOne(meaning)) return before;
  return before.length
    ? [...before, { ref: localOf(via, variable), meaning }]
    : [{ ref: gradientOf(variable), meaning }];
}

function withRoles(factors: readonly Unroled[]): readonly Factor[] {
  return factors.map((factor, i) => ({ ...factor, role: roleAt(factor, i, factors.length) }));
}

function roleAt({ ref, meaning }: Unroled, i: number, count: number): FactorRole {
  if (i === 0 && (count > 1 || ref.startsWith('backward/'))) return 'upstream';
  return i === count - 1 && meaning.kind === 'name' ? 'input' : 'local';
}
