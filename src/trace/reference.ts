/**
 * References are names, never positions; links, prose, published tables and formulas share them.
 *
 * | form                    | what                                                          |
 * |-------------------------|---------------------------------------------------------------|
 * | `net_h1`                | a variable's value                                            |
 * | `forward/net_h1`, `loss/E_o1` | the step that computes it                               |
 * | `backward/w5`           | ∂loss/∂w5, and the step that computes it                      |
 * | `backward/out_h1/net_o1`| the term of ∂loss/∂out_h1 along the path through net_o1       |
 * | `local/net_o1/w5`       | ∂net_o1/∂w5, the derivative of that one line                  |
 * | `update/w5`             | w5 after the update, and the step that computes it            |
 *
 * Any of them may end in `@k`: at iteration k, that is, after k updates.
 */
export type Reference =
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'forward' | 'loss' | 'backward' | 'update'; readonly name: string }
  | { readonly kind: 'path'; readonly name: string; readonly via: string }
  | { readonly kind: 'local'; readonly name: string; readonly by: string };

/** A reference and the iteration it names, if it names one. `undefined` where the text has no such form. */
export function parseReference(
  text: string,
): { readonly reference: Reference; readonly iteration?: number } | undefined {
  const [, path = '', at] = /^([^@]+)(?:@(\d{1,7}))?$/.exec(text) ?? [];
  const reference = parsePath(path.split('/'));
  if (!reference) return undefined;
  return at === undefined ? { reference } : { reference, iteration: Number(at) };
}

function parsePath([head = '', name, other, ...rest]: readonly string[]): Reference | undefined {
  if (rest.length || head === '' || name === '' || other === '') return undefined;
  if (name === undefined) return { kind: 'value', name: head };
  if (head === 'local') return other === undefined ? undefined : { kind: 'local', name, by: other };
  if (head === 'backward' && other !== undefined) return { kind: 'path', name, via: other };
  if (other !== undefined) return undefined;
  if (head === 'forward' || head === 'loss' || head === 'backward' || head === 'update') return { kind: head, name };
  return undefined;
}

/** Constructors, so that no other file joins a reference by hand. */
export const gradientOf = (variable: string): string => `backward/${variable}`;
export const pathTerm = (variable: string, via: string): string => `backward/${variable}/${via}`;
export const localOf = (line: string, by: string): string => `local/${line}/${by}`;
export const updateOf = (parameter: string): string => `update/${parameter}`;

/** The reference whose value a step's reference shows: `forward/net_h1` shows `net_h1`. */
export const valueReference = (reference: string): string => reference.replace(/^(forward|loss)\//, '');
