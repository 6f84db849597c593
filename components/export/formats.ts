import type { Scene } from '../scene.js';

/** What each format makes of a step, as a text file's content. Each is loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<(scene: Scene) => string>>> = {
  html: async () => {
    const [{ stepHtml }, { mathmlOf }] = await Promise.all([
      import('./html.js'),
      import('../formula/render-formula.js'),
    ]);
    return (scene) => stepHtml(scene, { math: mathmlOf, className: 'backprop-step', heading: 'h3' });
  },
  markdown: async () => (await import('./markdown.js')).stepMarkdown,
  latex: async () => (await import('./latex.js')).stepLatex,
  svg: async () => (await import('./svg.js')).stepSvg,
};
