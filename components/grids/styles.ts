import { css } from 'lit';
import { edgeStyles } from '../network/edge-styles.js';

/** The diagram of grids: quiet until a step lights it, in the colours and marks of the roles. */
export const gridStyles = css`
  ${edgeStyles}
  :host {
    position: relative;
    /* Nothing scrolls to it: the layout reads here how high the stage is, since a custom property has no length. */
    scroll-margin-bottom: calc(var(--bp-stage-height, 0px) - 7.5rem);
  }
  .scroll {
    overflow-x: auto;
    overflow-y: hidden;
    scrollbar-width: thin;
  }
  svg {
    display: block;
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
  .caption,
  .legend {
    text-anchor: start;
    dominant-baseline: alphabetic;
    stroke: var(--_paper);
    stroke-width: 4px;
    stroke-linejoin: round;
    paint-order: stroke;
  }
  .caption,
  .legend {
    font:
      400 16px KaTeX_Main,
      var(--_serif);
  }
  .letter {
    font-family: KaTeX_Math, KaTeX_Main, var(--_serif);
    font-style: italic;
  }
  .word {
    font-style: italic;
  }
  .script {
    font-size: 11px;
  }
  .shape {
    font: 400 11.5px var(--_sans);
    fill: var(--_soft);
  }
  .tight {
    font-size: 10.5px;
  }
  .waits,
  .omission {
    fill: var(--_soft);
  }
  [data-provisional] {
    text-decoration: underline dotted var(--_edge) 1px;
    text-underline-offset: 0.2em;
  }
  .changed {
    fill: var(--_loss);
    font-size: 8px;
  }

  /* What surrounds: the inner quantities of a block, the numbers of a unit. */
  .frame rect {
    fill: none;
    stroke: var(--_edge);
    stroke-dasharray: 2 4;
  }
  .legend {
    font: 400 11.5px var(--_sans);
    fill: var(--_soft);
    text-anchor: end;
    dominant-baseline: central;
  }
  .legend :is(.letter, .word, .upright) {
    font-size: 14px;
  }
  .legend .script * {
    font-size: 10px;
  }
  .ground {
    fill: var(--_card);
    stroke: var(--_edge);
    stroke-width: 1.25;
  }
  .ground.is-loss {
    stroke: var(--_loss);
    stroke-width: 2;
  }
  .ground.is-parameter,
  .ground.is-constant,
  .ground.is-target {
    fill: none;
    stroke: var(--_line);
  }

  .parting {
    stroke: var(--_edge);
    stroke-dasharray: 2 3;
  }
  .window {
    fill: none;
    stroke: var(--_role);
    stroke-width: 2.5;
    pointer-events: none;
  }

  /* Cells. */
  .cell {
    cursor: pointer;
  }
  .box {
    fill: transparent;
    stroke: none;
    outline: none;
  }
  .cell.upstream > .box,
  .cell.local > .box,
  .cell.input > .box {
    fill: var(--_wash);
    stroke: var(--_role);
    stroke-width: 2;
  }
  .cell.local > .box {
    stroke-dasharray: 6 3;
  }
  .cell.input > .box {
    stroke-dasharray: 0.1 4;
    stroke-width: 2.25;
    stroke-linecap: round;
  }
  .cell.asked > .box {
    fill: var(--_ink);
    stroke: none;
  }
  .cell.asked :is(text, tspan) {
    fill: var(--_paper);
    font-weight: 600;
  }
  .cell.lit > .box {
    stroke: var(--_ink);
    stroke-width: 2;
    stroke-dasharray: none;
  }
  .cell.lit text {
    font-weight: 700;
  }
  .cell:hover > .box {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .cell > .box:focus-visible {
    stroke: var(--_upstream);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .trail {
    stroke-width: 2.5;
  }
  .trail.upstream {
    stroke-width: 4;
  }
  .trail.local {
    stroke-dasharray: 6 4;
  }
  .trail.input {
    stroke-width: 3;
    stroke-dasharray: 0.1 5;
  }
  .badge text {
    font-size: 10px;
  }

  .hint {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    min-height: 1.5em;
    margin: 0.75em 0 0;
    color: var(--_soft);
  }
  .read {
    color: var(--_ink);
  }

  @media (forced-colors: active) {
    .line,
    .ground.ground,
    .frame rect,
    .parting,
    .window {
      stroke: CanvasText;
    }
    text,
    .shape,
    .waits,
    .changed {
      fill: CanvasText;
    }
    .caption,
    .legend {
      stroke: Canvas;
    }
    .ground,
    .cell:is(.upstream, .local, .input) > .box {
      fill: Canvas;
    }
    .cell.asked > .box {
      fill: Highlight;
    }
    .cell.asked :is(text, tspan) {
      fill: HighlightText;
    }
  }
`;
