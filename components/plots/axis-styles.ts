import { css } from 'lit';
import { axesStyles } from '../curve/axes-styles.js';

/** Axes, lines and markers of plots in which lines stand for choices. */
export const axisStyles = css`
  ${axesStyles}
  .step {
    text-anchor: middle;
  }
  .line {
    fill: none;
    stroke: var(--_line-colour);
    stroke-width: 1.6;
    stroke-linejoin: round;
    stroke-linecap: butt;
  }
  .in-force .line {
    stroke-width: 3.2;
  }
  .mark {
    fill: var(--_line-colour);
    stroke: var(--_card);
    stroke-width: 1.5;
  }
  .mark.hollow {
    fill: var(--_card);
    stroke: var(--_line-colour);
    stroke-width: 2;
  }
`;
