import { css } from 'lit';

export const plotStyles = css`
  /* The drawing follows the width, never the other way round. */
  :host {
    contain: inline-size;
  }
  .plot {
    min-height: 14em;
    cursor: crosshair;
    touch-action: pan-y;
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
  .count {
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
