import { distance } from 'fastest-levenshtein';

/**
 * The known name that a person most likely meant, or nothing where none is close.
 * Capitals and underscores don't count: `leaky_relu` is `leakyRelu`.
 */
export function nearest(typed: string, known: Iterable<string>): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');
  const wanted = plain(typed);
  let best: string | undefined;
  let least = wanted.length < 3 ? 0.5 : Math.round(wanted.length / 3) + 0.5;
  for (const name of known) {
    const apart = mistakes(wanted, plain(name));
    if (apart < least) [best, least] = [name, apart];
  }
  return best;
}

/** How many keys went wrong. Two neighbours struck in the wrong order are one mistake. */
function mistakes(a: string, b: string): number {
  const edits = distance(a, b);
  const letters = (text: string): string => [...text].sort().join('');
  return edits === 2 && letters(a) === letters(b) ? 1 : edits;
}

/** ` Did you mean \`w5\`?`, or the other sentence where no known name is close. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const close = nearest(typed, known);
  return close === undefined ? otherwise : `Did you mean \`${close}\`?`;
}
