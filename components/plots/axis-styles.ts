import { css } from 'lit';

/** Axes, lines and markers of plots in which lines stand for choices. */
export const axisStyles = css`
  /* The drawing follows the width, never the other way round. */
  :host {
    contain: inline-size;
  }
  .plot {
    border-radius: 6px;
    user-select: none;
  }
  .plot:focus-visible {
    outline: 2px solid var(--_upstream);
    outline-offset: 2px;
  }
  svg {
    display: block;
    max-width: 100%;
  }
  text {
    font-size: var(--_label);
    fill: var(--_soft);
  }
  .value,
  .title {
    text-anchor: end;
  }
  .step {
    text-anchor: middle;
  }
  .grid {
    stroke: var(--_line);
  }
  .axis,
  .tick {
    stroke: var(--_edge);
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
