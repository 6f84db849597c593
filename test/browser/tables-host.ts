import axe from 'axe-core';
import type { LitElement } from 'lit';
import { afterEach, expect } from 'vitest';
import { mazur as lesson } from './whole-mazur.js';
import { makeScene, Runs } from '../../components/make-scene.js';
import type { Scene } from '../../components/scene.js';
import {
  goTo,
  initialState,
  origin,
  withConvention,
  withIteration,
  withOwnValues,
  type LessonState,
} from '../../src/index.js';

type SceneElement = LitElement & { scene?: Scene | undefined };
type Name = keyof HTMLElementTagNameMap;

/** An element on the page, with what it said, and with a lesson that obeys it. */
export interface Host<E> {
  readonly element: E;
  readonly root: ShadowRoot;
  readonly scene: Scene;
  /** What the element said, as `type detail…`. */
  readonly said: string[];
  readonly set: (change: (state: LessonState) => LessonState) => Promise<void>;
  /** Wait until something holds; look again after each frame. */
  readonly until: (holds: () => unknown) => Promise<void>;
  readonly button: (name: string | RegExp) => HTMLButtonElement;
  /** Make the page as narrow as a phone, and see that nothing sticks out sideways. */
  readonly expectNarrow: () => Promise<void>;
  readonly expectAccessible: () => Promise<void>;
}

const events = ['bp-step', 'bp-convention', 'bp-iteration', 'bp-program', 'bp-reset', 'bp-value'] as const;

afterEach(() => document.body.replaceChildren());

/** Put an element on the page, in a lesson that stands at a state. */
export async function host<N extends Name>(
  name: N,
  start: (state: LessonState) => LessonState = (state) => state,
  given: Partial<HTMLElementTagNameMap[N]> = {},
): Promise<Host<HTMLElementTagNameMap[N]>> {
  document.documentElement.lang = 'en';
  document.title = 'test';
  const frame = document.createElement('main');
  const element = document.createElement(name) as HTMLElementTagNameMap[N] & SceneElement;
  const runs = new Runs();
  const said: string[] = [];
  let scene = makeScene(start(initialState(lesson)), runs);

  const set = async (change: (state: LessonState) => LessonState): Promise<void> => {
    scene = makeScene(change(scene.state), runs);
    Object.assign(
      element,
      { scene, ...(name === 'bp-loss-curve' && !('run' in given) && { run: scene.run.training }) },
      given,
    );
    await element.updateComplete;
  };
  const listen = (event: (HTMLElementEventMap & Record<string, Event>)[(typeof events)[number]]): void => {
    const { ref, convention, choice, iteration, text, values } = event as unknown as Record<string, string>;
    said.push(
      [event.type, ref, convention, choice, iteration, text && '…', values && JSON.stringify(values)]
        .filter((each) => each !== undefined)
        .join(' '),
    );
    void set((state) => obey(event, state, scene));
  };
  for (const type of events) frame.addEventListener(type, listen);

  frame.append(element);
  document.body.append(frame);
  await set((state) => state);
  const root = element.shadowRoot!;
  const until = async (holds: () => unknown): Promise<void> => {
    const end = performance.now() + 8000;
    while (!holds()) {
      if (performance.now() > end) expect.fail(`Not so after 8 s: ${String(holds)}\n${root.textContent}`);
      await new Promise(requestAnimationFrame);
    }
  };
  return {
    element,
    root,
    said,
    set,
    until,
    get scene() {
      return scene;
    },
    button: (label) => {
      const found = [...root.querySelectorAll('button')].find((each) =>
        typeof label === 'string' ? each.textContent.trim() === label : label.test(each.textContent.trim()),
      );
      return found ?? expect.fail(`no button ${String(label)} in ${root.textContent}`);
    },
    expectNarrow: async () => {
      frame.style.width = '326px';
      await new Promise(requestAnimationFrame);
      await element.updateComplete;
      expect(frame.scrollWidth, 'width in pixels').toBeLessThanOrEqual(326);
    },
    expectAccessible: async () => {
      const { violations } = await axe.run(frame);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    },
  };
}

function obey(event: Event, state: LessonState, { trace }: Scene): LessonState {
  switch (event.type) {
    case 'bp-step': {
      const { ref } = event as HTMLElementEventMap['bp-step'];
      const place = origin(trace, state.iteration, ref);
      return withIteration(goTo(state, place.step), place.iteration);
    }
    case 'bp-convention': {
      const { convention, choice } = event as HTMLElementEventMap['bp-convention'];
      return withConvention(state, convention, choice);
    }
    case 'bp-iteration':
      return withIteration(state, (event as HTMLElementEventMap['bp-iteration']).iteration);
    case 'bp-program': {
      const { text, program, values } = event as HTMLElementEventMap['bp-program'];
      return { ...state, program: { text, program }, edits: { ...state.edits, ...values } };
    }
    case 'bp-reset':
      return withOwnValues(state);
    default:
      return state;
  }
}

/** The texts of the cells of a table's body, row by row, without the labels that only narrow screens show. */
export function rowsOf(root: ShadowRoot): readonly (readonly string[])[] {
  return [...root.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map((cell) => {
      const label = cell.querySelector('.name')?.textContent ?? '';
      return deepText(cell).replace(label, '').replace(/\s+/g, ' ').trim();
    }),
  );
}

/** The text of a node with the shadow roots inside it. */
export function deepText(node: Node): string {
  if (node instanceof Element && (node.localName === 'style' || node.hasAttribute('hidden'))) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const inside = node instanceof Element ? node.shadowRoot : null;
  return [...(inside ?? node).childNodes].map(deepText).join('');
}
