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
    padding: 0.9em 1em 1em;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_paper);
  }
  table {
    width: auto;
    margin: 0.5em 0 0.7em;
  }
  th,
  td {
    padding-block: 0.25em;
    border: 0;
  }
  th {
    font-size: inherit;
    padding-inline-end: 1.6em;
  }
  td {
    overflow-wrap: anywhere;
  }
  .numeric > * {
    border-top: 1px solid var(--_edge);
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
