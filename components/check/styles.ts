import { css } from 'lit';

export const styles = css`
  /* The button stands in the row of offers; what it opens, below that row. */
  :host {
    display: contents;
  }
  .check,
  .none {
    flex: 1 1 100%;
    order: 1;
    min-width: 0;
  }
  .offer {
    min-height: 32px;
    padding: 0.25em 0.75em;
    font-size: calc(var(--_control) * 0.94);
  }
  .offer[aria-expanded='true'] {
    border-color: var(--_ink);
    background: var(--_paper);
  }
  p {
    margin: 0;
    max-width: 62ch;
  }
  .soft,
  .none {
    color: var(--_soft);
  }
  .none {
    padding-block: 0.5em;
  }
  .check {
    container-type: inline-size;
    padding: 0.9em 1em 1em;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_paper);
  }
  dl {
    margin: 0.6em 0 0.8em;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(11em, max-content) 1fr;
    gap: 0 1em;
    padding-block: 0.2em;
  }
  dt {
    color: var(--_soft);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .numeric {
    border-top: 1px solid var(--_edge);
  }
  .ours {
    border-bottom: 1px solid var(--_line);
  }
  [data-provisional] {
    text-decoration: underline dotted 1px;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.22em;
  }
  @container (max-width: 400px) {
    dl > div {
      grid-template-columns: 1fr;
    }
  }
  .verdict::before {
    font-weight: 600;
  }
  .agrees::before {
    content: '✓ ' / '';
    color: var(--_input);
  }
  .differs::before {
    content: '≠ ' / '';
    color: var(--_loss);
  }
  .check button:not(.link) {
    margin-top: 0.8em;
    margin-inline-end: 0.6em;
    min-height: 32px;
  }
  @media (pointer: coarse) {
    .offer,
    .check button:not(.link) {
      min-height: 40px;
    }
  }
  @media print {
    button {
      display: none;
    }
    .none {
      display: none;
    }
  }
`;
