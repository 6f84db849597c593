export const conventions = {
  title: 'Why do my numbers differ?',
  intro:
    'Books and programs make different choices here, and each choice changes the numbers. Make the same choices as your source; everything is computed again.',
  own: 'lesson’s own',
  changed: 'changed',
} as const;
