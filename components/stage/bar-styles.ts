import { css } from 'lit';

export const barStyles = css`
  :host {
    position: absolute;
    inset: auto 0 0;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    height: 2.6rem;
    padding: 0 clamp(0.5rem, 1.5vw, 1.5rem) 4px;
    font-size: var(--_control);
  }
  .buttons {
    flex: 1;
    display: flex;
    gap: 0.3rem;
    align-items: center;
    overflow-x: auto;
    padding: 3px;
    opacity: 0;
    transition: opacity 0.2s;
  }
  :host([awake]) .buttons,
  .buttons:focus-within {
    opacity: 1;
  }
  @media (hover: none) {
    .buttons {
      opacity: 1;
    }
  }
  button {
    flex: none;
    min-height: 28px;
    padding: 0.2em 0.6em;
  }
  kbd {
    margin-inline-start: 0.35em;
    font: inherit;
    color: var(--_soft);
  }
  button[aria-pressed='true'] {
    background: var(--_line);
  }
  .where {
    flex: none;
    color: var(--_soft);
  }
  .progress {
    position: absolute;
    inset: auto 0 0;
    height: 4px;
    background: var(--_line);
  }
  .progress > div {
    height: 100%;
    width: 0;
    background: var(--_edge);
  }
  @media (prefers-reduced-motion: reduce) {
    .buttons {
      transition: none;
    }
  }
`;
