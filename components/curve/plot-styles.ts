import { css } from 'lit';
import { axesStyles } from './axes-styles.js';

export const plotStyles = css`
  ${axesStyles}
  .plot {
    min-height: 14em;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .count {
    text-anchor: middle;
  }
  .line {
    fill: none;
    stroke: var(--_loss);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  line.current {
    stroke: var(--_ink);
    stroke-dasharray: 2 3;
  }
  circle.current {
    fill: var(--_card);
    stroke: var(--_ink);
    stroke-width: 2.5;
  }
  line.peek {
    stroke: var(--_edge);
  }
  circle.peek {
    fill: var(--_loss);
  }
`;
