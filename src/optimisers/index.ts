import type { Optimiser } from './optimiser.js';
import { sgd } from './sgd.js';

/** Every optimiser, by name. */
export const optimisers: ReadonlyMap<string, Optimiser> = new Map([sgd].map((each) => [each.name, each]));
