/**
 * The module for other people's pages: `<script type="module" src="backprop-tutor.js">` and `<bp-lesson lesson="mazur">`.
 * What a lesson needs beyond its element is loaded when it comes near the window.
 */
export { BpLesson } from './bp-lesson.js';
export type * from './events/index.js';
