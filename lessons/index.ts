/** The built-in lessons, by id, in the order of the course. Each is a part of its own, loaded when it is opened. */
export const lessons = {
  mazur: () => import('./mazur.md'),
  'softmax-cross-entropy': () => import('./softmax-cross-entropy.md'),
  'batch-norm': () => import('./batch-norm.md'),
  'vanishing-gradient': () => import('./vanishing-gradient.md'),
  optimizers: () => import('./optimizers.md'),
  lstm: () => import('./lstm.md'),
};
