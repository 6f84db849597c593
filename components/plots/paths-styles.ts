import { css } from 'lit';
import { axisStyles } from './axis-styles.js';

export const pathsStyles = css`
  ${axisStyles}
  .plot {
    min-height: 19em;
    cursor: crosshair;
  }
  .frame {
    fill: none;
    stroke: var(--_edge);
  }
  .y-title {
    text-anchor: start;
  }
  /* Areas lie on each other: the higher the loss, the darker. */
  .level {
    fill: var(--_ink);
    stroke: var(--_edge);
    stroke-opacity: 0.55;
  }
  .level-label {
    font-size: calc(var(--_label) * 0.92);
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--_card);
    stroke-width: 3;
    stroke-opacity: 0.75;
    stroke-linejoin: round;
  }
  .start {
    fill: var(--_ink);
    stroke: var(--_card);
    stroke-width: 1.5;
  }
  .start-label {
    fill: var(--_ink);
    paint-order: stroke;
    stroke: var(--_card);
    stroke-width: 4;
    stroke-linejoin: round;
  }
  .start-label.before {
    text-anchor: end;
  }
  .now {
    fill: var(--_line-colour);
    stroke: var(--_ink);
    stroke-width: 1.3;
  }
`;
