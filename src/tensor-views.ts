/** What only lessons with vectors and matrices show, apart from the rest: `await import('./tensor-views.js')`. */
export { matrixFormOf } from './trace/matrix-form.js';
export { checkClaim, type ClaimVerdict } from './state/claims.js';
