/** The tutor's own page. Pages of other people use the elements only. */
import './bp-tutor.js';
