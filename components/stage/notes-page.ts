/** The instructor's window. */
import { applyTheme, storedTheme } from '../tutor/theme.js';

applyTheme(storedTheme());
void import('../bp-notes.js').then(({ notesPage }) => notesPage());
