/** A lesson alone in a page of its own, for places that allow nothing but an iframe. */
import './elements.js';
