import { distance } from 'fastest-levenshtein';

/**
 * The known name that a person most likely meant, or nothing where none is close.
 * Capitals and underscores don't count: `leaky_relu` is `leakyRelu`.
 */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');
  const wanted = plain(typed);
  let best: string | undefined;
  let least = wanted.length < 3 ? 0.5 : Math.max(1, Math.floor(wanted.length / 3)) + 0.5;
  for (const name of known) {
    const apart = distance(wanted, plain(name));
    if (apart < least) [best, least] = [name, apart];
  }
  return best;
}

/** ` Did you mean \`w5\`?`, or the other sentence where no known name is close. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const close = nearest(typed, known);
  return close === undefined ? otherwise : `Did you mean \`${close}\`?`;
}
