/** Opening links and reading numbers, apart from the rest because a plain visit needs neither: `await import('./open.js')`. */
export { openAddress, pairsIn } from './state/open-address.js';
export { didYouMean } from './program/nearest.js';
export { Guide } from './state/guide.js';
