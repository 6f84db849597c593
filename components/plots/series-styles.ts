import { css } from 'lit';
import { axisStyles } from './axis-styles.js';

export const seriesStyles = css`
  ${axisStyles}
  .plot {
    min-height: 17em;
    cursor: pointer;
    touch-action: pan-y;
  }
  .zero {
    stroke: var(--_edge);
    stroke-dasharray: 1 4;
  }
  line.current,
  line.at {
    stroke: var(--_edge);
    stroke-dasharray: 2 3;
  }
  circle.current,
  circle.at {
    fill: none;
    stroke: var(--_ink);
    stroke-width: 2;
  }
  circle.at {
    stroke: var(--_edge);
  }
`;
