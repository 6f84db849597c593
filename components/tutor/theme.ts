import { recall, remember } from './memory.js';

/** The system's colours, or one of the two by choice. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The theme chosen last time. */
export function storedTheme(): Theme {
  return themes.find((theme) => theme === recall('theme')) ?? 'system';
}

/** Put a theme in force for the whole page, and remember it. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  remember('theme', theme);
}
