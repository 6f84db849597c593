import axe from 'axe-core';
import type { LitElement } from 'lit';
import { expect } from 'vitest';
import type * as events from '../../components/events/index.js';
import { makeScene, Runs } from '../../components/make-scene.js';
import type { Scene } from '../../components/scene.js';
import { mazur } from './whole-mazur.js';
import {
  goTo,
  initialState,
  loadTraining,
  move,
  withConvention,
  withIteration,
  withOwnValues,
  withValue,
  type LessonState,
} from '../../src/index.js';

type Element = LitElement & { scene?: Scene | undefined };

/** One element, with a state that follows its events as a lesson's does. */
export interface Stand<T extends Element> {
  readonly element: T;
  readonly root: ShadowRoot;
  readonly events: Event[];
  readonly state: LessonState;
  readonly scene: Scene;
  /** Changes the state by code. */
  set(change: (state: LessonState) => LessonState): Promise<void>;
  /** Until the element has shown the current scene. */
  settled(): Promise<void>;
}

const names = ['move', 'step', 'value', 'convention', 'display', 'iteration', 'reset', 'select', 'program'] as const;
const runs = new Runs();
const open: HTMLElement[] = [];

/** Lesson the stand starts with; a test may give its own. */
export const lesson = mazur;

export async function stand<T extends Element>(
  element: T,
  start: LessonState = initialState(lesson),
): Promise<Stand<T>> {
  await loadTraining();
  let state = start;
  let scene = makeScene(state, runs);
  const heard: Event[] = [];
  const frame = document.createElement('div');
  const show = (next: LessonState): void => {
    state = next;
    element.scene = scene = makeScene(state, runs);
  };
  for (const name of names) {
    frame.addEventListener(`bp-${name}`, (event) => {
      heard.push(event);
      show(answer(state, scene, event));
    });
  }
  frame.append(element);
  document.body.append(frame);
  open.push(frame);
  show(state);
  const settled = async (): Promise<void> => {
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
  };
  await settled();
  return {
    element,
    root: element.renderRoot as ShadowRoot,
    events: heard,
    settled,
    get state() {
      return state;
    },
    get scene() {
      return scene;
    },
    async set(change) {
      show(change(state));
      await settled();
    },
  };
}

function answer(state: LessonState, { trace }: Scene, event: Event): LessonState {
  switch (event.type) {
    case 'bp-move':
      return move(state, trace, (event as events.MoveEvent).to);
    case 'bp-step':
      return goTo(state, (event as events.StepEvent).ref);
    case 'bp-value':
      return withValue(state, (event as events.ValueEvent).name, (event as events.ValueEvent).text);
    case 'bp-convention':
      return withConvention(
        state,
        (event as events.ConventionEvent).convention,
        (event as events.ConventionEvent).choice,
      );
    case 'bp-display':
      return { ...state, ...(event as events.DisplayEvent).change };
    case 'bp-iteration':
      return withIteration(state, (event as events.IterationEvent).iteration);
    case 'bp-reset':
      return withOwnValues(state);
    default:
      return state;
  }
}

/** Takes all stands down. */
export function clear(): void {
  for (const frame of open.splice(0)) frame.remove();
  document.documentElement.style.colorScheme = '';
}

/** An element inside a stand's element. */
export function find<T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** What axe finds, in both themes. */
export async function expectAccessible(element: HTMLElement): Promise<void> {
  for (const theme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = theme;
    document.body.style.background = theme === 'light' ? '#fbfaf6' : '#14161a';
    const { violations } = await axe.run(element, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${theme}: ${id} ${nodes.map((node) => node.html).join(' ')}`)).toEqual(
      [],
    );
  }
  document.body.style.background = '';
}
