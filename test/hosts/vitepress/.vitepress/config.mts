import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Notes',
  base: '/notes/',
  head: [['script', { type: 'module', src: '/notes/backprop-tutor/backprop-tutor.js' }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('bp-') } } },
});
