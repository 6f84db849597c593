import { css } from 'lit';
import { edgeStyles } from './edge-styles.js';

/** The diagram: quiet until a step lights it. Every role has a colour and a mark of its own. */
export const networkStyles = css`
  ${edgeStyles}
  :host {
    position: relative;
  }
  bp-grids {
    min-height: inherit;
  }
  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: thin;
  }
  svg {
    display: block;
    margin-inline: auto;
    overflow: visible;
    touch-action: manipulation;
    user-select: none;
    -webkit-user-select: none;
  }
  text {
    font: 400 12px var(--_sans);
    font-variant-numeric: lining-nums tabular-nums;
    fill: var(--_ink);
    text-anchor: middle;
    dominant-baseline: central;
    pointer-events: none;
  }
  .compact text {
    font-size: 11.5px;
  }
  .name,
  .prefix {
    fill: var(--_soft);
  }
  .title {
    font-size: 12.5px;
  }
  .value {
    font-size: 15px;
  }
  .two .value {
    font-size: 14px;
  }
  .compact .value {
    font-size: 12px;
  }
  .start {
    text-anchor: start;
  }
  .end {
    text-anchor: end;
  }
  .waits {
    fill: var(--_soft);
  }
  [data-provisional] {
    text-decoration: underline dotted var(--_edge) 1px;
    text-underline-offset: 0.2em;
  }
  .changed {
    fill: var(--_loss);
    font-size: 9px;
  }

  /* Nodes. */
  .box {
    fill: var(--_card);
    stroke: var(--_edge);
    stroke-width: 1.25;
  }
  .is-target .box {
    stroke: none;
    fill: none;
  }
  .is-loss .box {
    stroke: var(--_loss);
    stroke-width: 2;
  }
  .node.upstream .box,
  .node.local .box,
  .node.input .box {
    stroke: var(--_role);
    stroke-width: 2.5;
  }
  .node.local .box {
    stroke-dasharray: 7 4;
  }
  .node.input .box {
    stroke-dasharray: 0.1 5;
    stroke-linecap: round;
  }
  .between {
    stroke: var(--_line);
    stroke-width: 1;
  }
  .row {
    fill: transparent;
    stroke: none;
  }
  .part.input > .row {
    fill: var(--_wash);
    stroke: var(--_role);
    stroke-width: 2.25;
    stroke-dasharray: 0.1 4.5;
    stroke-linecap: round;
  }
  .part,
  .label {
    cursor: pointer;
  }
  .row,
  .hit {
    outline: none;
  }

  /* What the step asks for stands out in reverse. */
  .part.asked > .row,
  .label.asked > .back {
    fill: var(--_ink);
    stroke: none;
  }
  .asked text,
  .asked tspan {
    fill: var(--_paper);
    font-weight: 600;
  }
  .asked .outside {
    fill: var(--_ink);
  }

  /* What another view points at, and what has the focus. */
  .part.lit > .row {
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .part.lit .line {
    stroke: var(--_ink);
    stroke-width: 3;
  }
  .part.lit text,
  .label.lit text {
    font-weight: 700;
  }
  .label.lit > .back {
    fill: var(--_paper);
    stroke: var(--_ink);
    stroke-width: 2;
  }
  .label.lit.asked > .back {
    fill: var(--_ink);
    stroke: var(--_paper);
  }
  .row:focus-visible,
  .label.focus > .back {
    stroke: var(--_upstream);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .hit:focus-visible + .line {
    stroke: var(--_upstream);
    stroke-width: 3;
  }

  .hint {
    margin: 0.75em 0 0;
    color: var(--_soft);
  }

  @media (forced-colors: active) {
    .line,
    .box {
      stroke: CanvasText;
    }
    text,
    .name,
    .prefix,
    .waits,
    .changed {
      fill: CanvasText;
    }
    .box,
    .part.input > .row,
    .label .back {
      fill: Canvas;
    }
    .part.asked > .row,
    .label.asked > .back {
      fill: Highlight;
    }
    .asked text,
    .asked tspan {
      fill: HighlightText;
    }
  }
`;
