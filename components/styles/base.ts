import { css } from 'lit';

/** Controls, headings, tables and what is only for screen readers: the same in every element. */
export const base = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    min-height: 36px;
    padding: 0.35em 0.85em;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_card);
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover:not(:disabled) {
    border-color: var(--_ink);
  }
  button:disabled {
    color: var(--_soft);
    border-color: var(--_line);
    cursor: default;
  }
  button.primary {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_paper);
  }
  button.link {
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-color: var(--_edge);
  }
  :focus-visible {
    outline: 2px solid var(--_upstream);
    outline-offset: 2px;
  }
  /* A finger needs more room than a pointer; a link in a line keeps its height and is felt further out. */
  @media (pointer: coarse) {
    button,
    select {
      min-height: 40px;
    }
    input:not([type='checkbox'], [type='radio'], [type='range']) {
      min-height: 40px;
    }
    button.link {
      position: relative;
    }
    button.link::after {
      content: '';
      position: absolute;
      inset: -10px -5px;
    }
  }
  input,
  select,
  textarea {
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_card);
    padding: 0.3em 0.5em;
  }
  h2,
  h3 {
    margin: 0;
    font: 400 var(--_label) / 1.4 var(--_sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--_soft);
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th {
    font-weight: 400;
    font-size: var(--_label);
    color: var(--_soft);
    text-align: start;
  }
  th,
  td {
    padding: 0.45em 0.75em 0.45em 0;
    border-bottom: 1px solid var(--_line);
    vertical-align: baseline;
  }
  .card {
    background: var(--_card);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .error {
    color: var(--_loss);
  }
`;
