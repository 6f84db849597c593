import { document, textFormats, type Format } from './text-formats.js';

/** Every format of the command line. Each is loaded when it is asked for. */
export const formats: Readonly<Record<string, () => Promise<Format>>> = {
  html: async () => {
    const { stepHtml } = await import('./html.js');
    const { mathmlOf } = await import('../formula/render-formula.js');
    const { htmlWhole } = await import('./whole/html.js');
    return {
      step: (scene) => stepHtml(scene, { math: mathmlOf, className: 'backprop-step', heading: 'h3' }),
      whole: await document(htmlWhole({ math: mathmlOf, className: 'backprop-lesson' })),
    };
  },
  ...textFormats,
  svg: async () => ({ step: (await import('./svg.js')).stepSvg }),
};
