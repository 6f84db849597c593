import { css } from 'lit';

/** The frame of a plot: its axes, ticks and letters. */
export const axesStyles = css`
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
  .grid {
    stroke: var(--_line);
  }
  .axis,
  .tick {
    stroke: var(--_edge);
  }
`;
