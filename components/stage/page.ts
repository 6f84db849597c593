/** The stage as a page of its own: after a reload, or opened by a link. */
import { applyTheme, storedTheme } from '../tutor/theme.js';

applyTheme(storedTheme());
void import('./present.js').then(({ stagePage }) => stagePage());
