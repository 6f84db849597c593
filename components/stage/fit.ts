import { hasOwnValues } from '../../src/index.js';
import type { BpLesson } from '../bp-lesson.js';
import type { Scene } from '../scene.js';
import { drawsGrids } from '../grids/draws-grids.js';
import { pictureFor as gridsFor } from '../grids/fit.js';
import { unitsOf } from '../grids/units.js';
import { pictureFor, zoomOf } from '../network/fit.js';
import type { Zoom } from './shared.js';

/** Room that the stage has for its two parts, in pixels, and how much larger than on paper each is drawn. */
export interface Plan {
  readonly arrangement: 'beside' | 'above' | Zoom;
  readonly picture: { readonly width: number; readonly scale: number };
  readonly step: { readonly width: number; readonly height: number; readonly most: number };
}

const gap = 24;
/** Letters that are larger help nobody. */
const largest = 3;
/** What a step's card, and a diagram with all its names, are made for, in pixels of their own. */
const measure = 545;
const wide = 600;
/** The widest at which a diagram is compact. */
const compact = 410;
/** From here on a diagram with all its names can be read from afar. */
const legible = 1.25;

/** How the parts stand in a window: side by side where that is wide enough for large letters, otherwise one above the other. */
export function planFor(scene: Scene, width: number, height: number, zoom: Zoom): Plan {
  const none = { width: 0, height: 0, most: 1 };
  if (zoom === 'diagram') return { arrangement: zoom, picture: pictureIn(scene, width, height), step: none };
  if (zoom === 'derivation') {
    return { arrangement: zoom, picture: { width: 0, scale: 1 }, step: card(width, height) };
  }
  const half = (width - gap) / 2;
  if (half / measure >= 1.5) {
    return { arrangement: 'beside', picture: pictureIn(scene, half, height), step: card(half, height) };
  }
  const upper = Math.round(height * (drawsGrids(scene.setup) ? 0.42 : 0.33));
  return {
    arrangement: 'above',
    picture: pictureIn(scene, width, upper),
    step: card(width, height - upper - gap / 2),
  };
}

const card = (width: number, height: number): Plan['step'] => ({
  width,
  height,
  most: Math.min(largest, Math.max(1, width / measure)),
});

/** The largest drawing within a width and a height: with all names if these can be read, otherwise a compact one. */
function pictureIn({ setup, trace }: Scene, width: number, height: number): Plan['picture'] {
  if (drawsGrids(setup)) {
    // What is wider than its room scrolls to the numbers of the step.
    const natural = gridsFor(unitsOf(setup, trace.graph), width, 0).height;
    return { width, scale: Math.min(2, Math.max(0.8, height / natural)) };
  }
  const [detailed, simple] = [wide, compact].map((room) => {
    const picture = pictureFor(setup, room, 0);
    const zoom = zoomOf(picture, room);
    const scale = Math.min(largest, width / (picture.width * zoom), height / (picture.height * zoom));
    return { width: Math.floor(room * scale), scale };
  });
  return detailed!.scale >= legible ? detailed! : simple!;
}

/**
 * Draw a lesson's step with the largest letters that fit its room. All pieces of a step keep their place before they are
 * shown, so nothing changes its size while a step unfolds.
 * @param isNew the card has changed since it was measured: formulas arrive after their question
 */
export async function fitStep(lesson: BpLesson, { width, height, most }: Plan['step'], isNew = false): Promise<void> {
  const card = lesson.renderRoot.querySelector('bp-derivation');
  const { state } = lesson;
  if (!card || !state) return;
  await card.updateComplete;
  const key = [state.step, state.view, state.form, state.digits, width, height, hasOwnValues(state)].join();
  const known = scales.get(lesson)?.get(key);
  const measure = (scale: number): number => {
    lesson.style.setProperty('--_step-scale', scale.toFixed(3));
    return card.offsetHeight;
  };
  if (known !== undefined && !isNew) return void measure(known);
  const scale = largestFitting(height, most, measure);
  const kept = scales.get(lesson) ?? new Map<string, number>();
  scales.set(lesson, kept.set(key, scale));
}

/** What was found, so that going back costs nothing. */
const scales = new WeakMap<BpLesson, Map<string, number>>();

function largestFitting(height: number, most: number, measured: (scale: number) => number): number {
  if (measured(most) <= height) return most;
  let [fits, tooLarge] = [1, most];
  for (let i = 0; i < 5; i++) {
    const scale = (fits + tooLarge) / 2;
    if (measured(scale) <= height) fits = scale;
    else tooLarge = scale;
  }
  measured(fits);
  return fits;
}
