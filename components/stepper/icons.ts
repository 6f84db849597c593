import { svg, html, type TemplateResult } from 'lit';

/** Drawn, because several of these signs turn into emoji in some fonts. */
const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    ${svg`<path d=${path} />`}
  </svg>`;

export const icons = {
  first: icon('M3 3h2v10H3zM14 3v10L6 8z'),
  last: icon('M11 3h2v10h-2zM2 3v10l8-5z'),
  back: icon('M7 2.5 1.5 8 7 13.5 8.4 12 5.4 9H14V7H5.4l3-3z'),
  next: icon('M9 2.5 14.5 8 9 13.5 7.6 12 10.6 9H2V7h8.6l-3-3z'),
  play: icon('M4 2.5v11L13.5 8z'),
  pause: icon('M3.5 3H7v10H3.5zM9 3h3.5v10H9z'),
  more: icon('M2 6.5h3v3H2zM6.5 6.5h3v3h-3zM11 6.5h3v3h-3z'),
  fewer: icon('M10.5 3 5.5 8l5 5 1.2-1.2L7.9 8l3.8-3.8z'),
  further: icon('M5.5 3l5 5-5 5-1.2-1.2L8.1 8 4.3 4.2z'),
};
