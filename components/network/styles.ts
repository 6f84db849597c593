import { css } from 'lit';

/** The diagram: quiet until a step lights it. Every role has a colour and a mark of its own. */
export const networkStyles = css`
  :host {
    position: relative;
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

  /* Edges: a line, a wide invisible one to point at, and what the step draws over them. */
  .line,
  .hit,
  .trail,
  .core {
    fill: none;
  }
  .line {
    stroke: var(--_edge);
    stroke-width: 1.25;
  }
  .hit {
    stroke: transparent;
    stroke-width: 14;
    pointer-events: stroke;
  }
  .trails {
    pointer-events: none;
  }
  .trail {
    stroke-width: 3;
  }
  .core {
    stroke: var(--_paper);
    stroke-width: 1.5;
  }
  .upstream {
    --_role: var(--_upstream);
    --_wash: var(--_upstream-wash);
  }
  .local {
    --_role: var(--_local);
    --_wash: var(--_local-wash);
  }
  .input {
    --_role: var(--_input);
    --_wash: var(--_input-wash);
  }
  .trail {
    stroke: var(--_role);
  }
  .trail.upstream {
    stroke-width: 4.5;
  }
  .trail.local {
    stroke-dasharray: 8 5;
  }
  .trail.input {
    stroke-width: 3.5;
    stroke-dasharray: 0.1 6;
    stroke-linecap: round;
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
  .hit {
    cursor: pointer;
    outline: none;
  }

  /* Labels of edges, on paper so that no line crosses them out. */
  .label .back {
    fill: var(--_paper);
    stroke: none;
  }
  .label.input text {
    font-weight: 600;
  }
  .label.spare {
    display: none;
  }
  .label.spare.shown {
    display: block;
  }
  .badge circle {
    fill: var(--_paper);
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
  .badge text {
    font-size: 11px;
    font-weight: 700;
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
  .part:focus-visible > .row,
  .label.focus > .back {
    stroke: var(--_upstream);
    stroke-width: 3;
    stroke-dasharray: none;
  }
  .part:focus-visible > .line {
    stroke: var(--_upstream);
    stroke-width: 3;
  }

  /* The active path draws itself in the direction of the pass. */
  @media (prefers-reduced-motion: no-preference) {
    .trails.forth-0 {
      animation: forth-0 200ms ease-out;
    }
    .trails.forth-1 {
      animation: forth-1 200ms ease-out;
    }
    .trails.back-0 {
      animation: back-0 200ms ease-out;
    }
    .trails.back-1 {
      animation: back-1 200ms ease-out;
    }
  }
  @keyframes forth-0 {
    from {
      clip-path: inset(-20px 100% -20px -20px);
    }
    to {
      clip-path: inset(-20px);
    }
  }
  @keyframes forth-1 {
    from {
      clip-path: inset(-20px 100% -20px -20px);
    }
    to {
      clip-path: inset(-20px);
    }
  }
  @keyframes back-0 {
    from {
      clip-path: inset(-20px -20px -20px 100%);
    }
    to {
      clip-path: inset(-20px);
    }
  }
  @keyframes back-1 {
    from {
      clip-path: inset(-20px -20px -20px 100%);
    }
    to {
      clip-path: inset(-20px);
    }
  }

  bp-edit-number {
    position: absolute;
    z-index: 1;
  }

  @media print {
    :host {
      color-scheme: light;
      --_ink: #000;
      --_soft: #333;
      --_edge: #555;
      --_paper: #fff;
      --_card: #fff;
    }
    .trails {
      animation: none;
    }
    svg {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
  @media (forced-colors: active) {
    .line,
    .box {
      stroke: CanvasText;
    }
    text {
      fill: CanvasText;
    }
    .box,
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
