import type { Entry } from './front-matter.js';
import type { BatchRule } from '../trace/setup.js';
import { required } from './read-entries.js';

/** The largest seed: all that 32 bits hold. */
const largestSeed = 2 ** 32 - 1;

/** How the samples are shared out: `batches: { size: 2, order: shuffle, seed: 7 }`. */
export function readBatches(entry: Entry): BatchRule {
  const fields = entry.fields(['size', 'order', 'seed']);
  const size = required(entry, fields, 'size');
  const order = fields.get('order');
  const named = order?.text() ?? 'given';
  if (order && named !== 'given' && named !== 'shuffle')
    order.complain(`\`${named}\` is no order of samples: write \`given\` or \`shuffle\`.`, named);
  const seed = fields.get('seed');
  if (named === 'shuffle' && !seed)
    entry.complain('A shuffle needs a seed, so that it is the same everywhere: add `seed: 7`.', 'order');
  if (named === 'given' && seed)
    seed.complain('A seed is for shuffling only: take it away, or write `order: shuffle`.', 'seed');
  return {
    size: size ? whole(size, 1, Number.MAX_SAFE_INTEGER, 'a whole number of samples from 1, like `2`') : 1,
    order: named === 'shuffle' ? 'shuffle' : 'given',
    seed: seed ? whole(seed, 0, largestSeed, `a whole number from 0 to ${largestSeed}, like \`7\``) : 0,
  };
}

function whole(entry: Entry, least: number, most: number, wanted: string): number {
  const text = entry.text();
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  entry.complain(`\`${text}\` is no ${entry.label.replace(/`/g, '')} here: write ${wanted}.`, text);
  return least;
}
