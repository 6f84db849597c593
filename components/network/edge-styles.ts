import { css } from 'lit';

/** Edges, their labels, and the paths that a step draws over them. */
export const edgeStyles = css`
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
  .through {
    --_role: var(--_ink);
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
  .trail.through {
    stroke-width: 2;
  }
  .trail.local {
    stroke-dasharray: 8 5;
  }
  .trail.input {
    stroke-width: 3.5;
    stroke-dasharray: 0.1 6;
    stroke-linecap: round;
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
`;
