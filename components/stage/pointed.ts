import type { Zoom } from './shared.js';

/** A place on the screen, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The part of the stage that lies under the pointer or has the focus: the diagram, or else the derivation. */
export function pointedPart(root: ShadowRoot, pointer: Point): Zoom {
  const isDiagram = [deepest(root, pointer), deepFocus()].some((element) => element && isInDiagram(element));
  return isDiagram ? 'diagram' : 'derivation';
}

/** Whether an element stands in a diagram, which is in a shadow root of its own. */
function isInDiagram(element: Element): boolean {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : element;
  return ['bp-network', 'bp-grids'].includes(host.localName);
}

/** The element under a point, through all shadow roots. */
function deepest(root: ShadowRoot, { x, y }: Point): Element | undefined {
  const element = root.elementFromPoint(x, y) ?? undefined;
  const inner = element?.shadowRoot;
  return inner && inner !== root ? (deepest(inner, { x, y }) ?? element) : element;
}

/** The element that has the focus, through all shadow roots. */
function deepFocus(): Element | undefined {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ?? undefined;
}
