import { css } from 'lit';

export const tensorStyles = css`
  :host {
    container: tensor / inline-size;
  }
  section {
    margin-top: 1rem;
    padding-top: 0.9rem;
    border-top: 1px solid var(--_line);
  }
  :host([slot='matrix']) section {
    margin: 0 0 1rem;
    padding: 0 0 0.9rem;
    border-top: 0;
    border-bottom: 1px solid var(--_line);
  }
  header {
    scroll-margin-block: calc(var(--_above, 0px) + 1rem) var(--_below, 0px);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    margin-bottom: 0.7rem;
  }
  h3 {
    font: 400 var(--_control) / 1.4 var(--_sans);
    letter-spacing: normal;
    text-transform: none;
    color: var(--_ink);
  }
  h3 bp-formula {
    font-size: 1.08em;
  }
  .forms {
    display: inline-flex;
    flex: none;
  }
  .forms button {
    min-height: 28px;
    padding: 0.15em 0.6em;
    font-size: var(--_label);
  }
  .forms button:first-child {
    border-radius: 7px 0 0 7px;
  }
  .forms button:last-child {
    border-radius: 0 7px 7px 0;
    border-inline-start: 0;
  }
  .forms [aria-pressed='true'] {
    background: var(--_line);
    font-weight: 600;
  }
  .hint {
    margin: 0.6rem 0 0;
    font: 400 var(--_label) / 1.45 var(--_sans);
    color: var(--_soft);
  }
  .waits {
    visibility: hidden;
  }
  @media (pointer: coarse) {
    .forms button {
      min-height: 40px;
    }
  }
  @media print {
    .forms,
    .hint {
      display: none;
    }
  }
`;
