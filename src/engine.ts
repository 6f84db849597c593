/** The whole engine for other programs: `import { … } from 'backprop-tutor/engine'`. The page enters by the smaller doors. */
export * from './index.js';
export * from './open.js';
export * from './read.js';
export * from './read-file.js';
export * from './tensor-views.js';
export { expand } from './tensors/expand.js';
export { blocks } from './blocks/index.js';
export type { Block, BlockForm } from './blocks/block.js';
