import { treeOfMarkup, type Node } from '../export/template-tree.js';

/** An SVG file's text as elements: nothing is read as HTML. */
export function pictureElement(svg: string): SVGElement {
  const [root] = treeOfMarkup(svg).filter((each) => typeof each !== 'string');
  return elementOf(root as Node);
}

function elementOf({ name, attributes, children }: Node): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name as 'g');
  for (const [key, value] of attributes) if (key !== 'xmlns') element.setAttribute(key, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
  return element;
}
