/** What a lesson over scalars does without: vectors, matrices and blocks, and batches of samples. */
export { expand } from '../tensors/expand.js';
export { sampled } from '../trace/batches.js';
export { BatchCourse } from './batch-course.js';
