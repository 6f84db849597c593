/**
 * The module for other people's pages: `<script type="module" src="backprop-tutor.js">` and `<bp-lesson lesson="mazur">`.
 * What a lesson needs beyond its element is loaded when it comes near the window.
 */
export { BpLesson } from './bp-lesson.js';
export type * from './events/index.js';

// Parts come with the lesson they belong to. One whose lesson is missing has to be there to say so.
addEventListener('load', () => {
  const strays = [...document.querySelectorAll('[for]:not(:defined)')].filter(
    ({ localName, attributes }) =>
      localName.startsWith('bp-') && !document.getElementById(attributes.getNamedItem('for')!.value),
  );
  if (strays.length) void import('./lesson/parts.js').then(({ loadParts }) => loadParts(strays)).catch(() => undefined);
});
