import { Reveal } from '../../src/index.js';
import { phraseText, questionOf } from '../derivation/phrase.js';
import { cellsOf } from '../grids/cells.js';
import { drawing as drawGrids } from '../grids/drawing.js';
import { drawsGrids } from '../grids/draws-grids.js';
import { pictureFor as gridsFor } from '../grids/fit.js';
import { focusOf, lightOf as lightInGrids } from '../grids/light.js';
import { sentencesOf as gridSentences } from '../grids/sentences.js';
import { gridStyles } from '../grids/styles.js';
import { unitsOf } from '../grids/units.js';
import { drawing } from '../network/drawing.js';
import { pictureFor } from '../network/fit.js';
import { lightOf } from '../network/light.js';
import { sentencesOf } from '../network/sentences.js';
import { networkStyles } from '../network/styles.js';
import type { Scene } from '../scene.js';
import { tokens } from '../styles/tokens.js';
import { exported as say } from '../words/export.js';
import { fontOf, resolveStyles } from './resolve-styles.js';
import { flatten } from './svg-markup.js';
import { escape, treeOf } from './template-tree.js';

/** A drawing as the elements make it, with the frame of the plane it fills. */
interface Drawn {
  readonly template: unknown;
  readonly css: string;
  readonly frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly sentences: readonly string[];
}

/** As wide as a column of text; grids, which run on in a second band, have the room of a page. */
const columnWidth = 640;
const page = { width: 760, height: 560 };
/** Around the drawing. */
const margin = 8;

/** The diagram of a step as one SVG file, in the light colours on white. It needs no style sheet and no font. */
export function stepSvg(scene: Scene): string {
  const question = phraseText(questionOf(scene.step, scene.trace));
  return svgOf(scene, say.pictureTitle(scene.state.lesson.title, question), scene.state.step, true);
}

/** The diagram of a lesson in which no step is lit: the network with its given numbers. */
export const lessonSvg = (scene: Scene): string =>
  svgOf({ ...scene, state: { ...scene.state, reveal: Reveal.question } }, scene.state.lesson.title, 'network', false);

function svgOf(scene: Scene, title: string, name: string, isLit: boolean): string {
  const { template, css, frame, sentences } = drawsGrids(scene.setup) ? grids(scene, isLit) : network(scene, isLit);
  const styled = resolveStyles(treeOf(template), css, { '--_paper': '#ffffff', '--_card': '#ffffff' });
  const font = fontOf(css);
  const [x, y] = [frame.x - margin, frame.y - margin].map(Math.floor);
  const [width, height] = [frame.width + 2 * margin, frame.height + 2 * margin].map(Math.ceil);
  const id = `${scene.state.lesson.id}-${name}`.replace(/[^\w-]/g, '-');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-title ${id}-desc" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}" font-family="${escape(font)}">`,
    `<title id="${id}-title">${escape(title)}</title>`,
    `<desc id="${id}-desc">${escape(sentences.join(' '))}</desc>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffffff"/>`,
    flatten(styled, { 'font-family': font }),
    '</svg>',
  ].join('\n');
}

const still = { lit: new Set<string>(), focus: undefined, tabStop: undefined, turn: 0 };

function network(scene: Scene, isLit: boolean): Drawn {
  const picture = pictureFor(scene.setup, columnWidth, 0);
  const light = lightOf(scene, picture);
  return {
    template: drawing({ ...still, scene, picture, light: isLit ? light : { ...light, asked: '' } }),
    css: tokens.cssText + networkStyles.cssText,
    frame: picture,
    sentences: sentencesOf(scene, picture),
  };
}

function grids(scene: Scene, isLit: boolean): Drawn {
  const { setup, trace } = scene;
  const units = unitsOf(setup, trace.graph);
  const picture = gridsFor(units, page.width, page.height);
  const lit = lightInGrids(scene, units.edges);
  const light = isLit ? lit : { ...lit, asked: '' };
  const cells = cellsOf(picture, focusOf(light), (variable) => trace.graph.unitOf(variable));
  return {
    template: drawGrids({ ...still, ...cells, scene, picture, light }),
    css: tokens.cssText + gridStyles.cssText,
    frame: { x: 0, y: 0, width: picture.width, height: picture.height },
    sentences: gridSentences(scene, units),
  };
}
