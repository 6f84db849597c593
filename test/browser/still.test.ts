import type { LitElement } from 'lit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import batchNorm from '../../lessons/batch-norm.md';
import softmax from '../../lessons/softmax-cross-entropy.md';
import { BpGrids } from '../../components/bp-grids.js';
import { BpNetwork } from '../../components/bp-network.js';
import { stepSvg } from '../../components/export/svg.js';
import type { Scene } from '../../components/scene.js';
import { goTo, initialState, loadTensors, withValue, type LessonState } from '../../src/index.js';
import { clear, lesson, stand } from './stand.js';

await loadTensors();

/** How far apart the two may be, in pixels: coordinates are rounded, and lines of text are centred by rule of thumb. */
const tolerance = { shape: 0.1, text: 3 };

beforeEach(() => page.viewport(1000, 900));
afterEach(() => clear());

type Look = Record<string, string>;

const properties = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap'];
const ofTexts = ['fill', 'font-size', 'font-weight', 'font-style', 'text-anchor'];

/** What can be seen of a drawing, in order: every shape and every piece of text with the style it comes to. */
function looks(drawing: SVGSVGElement): { look: Look; box: DOMRect }[] {
  const origin = drawing.viewBox.baseVal;
  const scale = drawing.getBoundingClientRect().width / origin.width;
  const { left, top } = drawing.getBoundingClientRect();
  return [...drawing.querySelectorAll<SVGGraphicsElement>('path, rect, circle, text, tspan')].flatMap((element) => {
    const style = getComputedStyle(element);
    const isText = ['text', 'tspan'].includes(element.localName);
    const seen = (name: string): boolean => !['none', 'rgba(0, 0, 0, 0)'].includes(style.getPropertyValue(name));
    const box = element.getBoundingClientRect();
    if (!element.checkVisibility() || box.width + box.height === 0) return [];
    if (!isText && !seen('fill') && !seen('stroke')) return [];
    // The outline of a caption, a text of its own in the still.
    if (element.closest('text')?.hasAttribute('stroke')) return [];
    const names = isText ? ofTexts : properties.slice(0, seen('stroke') ? properties.length : 1);
    const look = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)]));
    const text = isText ? (element.textContent ?? '').replace(/\s+/g, ' ') : '';
    const place = new DOMRect(
      origin.x + (box.x - left) / scale,
      origin.y + (box.y - top) / scale,
      box.width / scale,
      box.height / scale,
    );
    return [{ look: { kind: element.localName, text, ...look }, box: place }];
  });
}

function still(scene: Scene): SVGSVGElement {
  const parsed = new DOMParser().parseFromString(stepSvg(scene), 'image/svg+xml');
  const svg = document.adoptNode(parsed.documentElement) as unknown as SVGSVGElement;
  document.body.append(svg);
  // What lies under the drawing is the file's own.
  svg.querySelector('rect')!.remove();
  return svg;
}

async function compare(element: LitElement & { scene?: Scene | undefined }, state: LessonState): Promise<number> {
  element.style.setProperty('color-scheme', 'light');
  element.style.setProperty('--bp-paper', '#ffffff');
  element.style.setProperty('--bp-card', '#ffffff');
  // The pointer may rest where the diagram appears, and what it points at is lit.
  element.style.setProperty('pointer-events', 'none');
  element.style.setProperty('width', element instanceof BpGrids ? '760px' : '640px');
  if (element instanceof BpGrids) element.style.setProperty('min-height', '480px');
  const it = await stand(element, state);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)));
  await it.settled();
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const live = looks(it.root.querySelector('svg')!);
  const file = still(it.scene);
  const drawn = looks(file);
  expect(drawn.map(({ look }) => look)).toEqual(live.map(({ look }) => look));
  for (const [i, { box, look }] of drawn.entries()) {
    const other = live[i]!.box;
    const apart = Math.max(
      Math.abs(box.x - other.x),
      Math.abs(box.y - other.y),
      Math.abs(box.width - other.width),
      Math.abs(box.height - other.height),
    );
    expect(apart, JSON.stringify(look)).toBeLessThanOrEqual(look['text'] ? tolerance.text : tolerance.shape);
  }
  file.remove();
  return drawn.length;
}

describe('the diagram in a file looks as in the page', () => {
  test.each([
    'forward/net_h1',
    'forward/out_o1',
    'backward/E_total',
    'backward/w5',
    'backward/out_h1',
    'backward/w1',
    'update/w5',
  ])('%s', async (step) => {
    expect(await compare(new BpNetwork(), goTo(initialState(lesson), step))).toBeGreaterThan(60);
  });

  test('with numbers that are not the lesson’s own', async () => {
    const state = withValue(goTo(initialState(lesson), 'backward/w5'), 'w5', '-0.7');
    expect(await compare(new BpNetwork(), state)).toBeGreaterThan(60);
  });

  test.each([
    ['softmax-cross-entropy', 'forward/p'],
    ['softmax-cross-entropy', 'backward/s'],
    ['softmax-cross-entropy', 'update/W'],
    ['batch-norm', 'forward/n1'],
    ['batch-norm', 'backward/z1[2,1]'],
    ['batch-norm', 'backward/W1'],
  ])('%s at %s', async (id, step) => {
    const state = initialState(id === 'batch-norm' ? batchNorm : softmax);
    expect(await compare(new BpGrids(), goTo(state, step))).toBeGreaterThan(60);
  });
});
