import { css } from 'lit';

/** A table of numbers, or a matrix between brackets. What is wider than the column scrolls inside the frame. */
export const cellsStyles = css`
  :host {
    display: inline-block;
    max-width: 100%;
    vertical-align: middle;
  }
  .frame {
    position: relative;
    width: fit-content;
    max-width: 100%;
  }
  .brackets {
    padding-inline: 5px;
  }
  .brackets::before,
  .brackets::after {
    content: '';
    position: absolute;
    inset-block: 0;
    width: 6px;
    border: 1.5px solid currentColor;
    pointer-events: none;
  }
  .brackets::before {
    left: 0;
    border-right: 0;
  }
  .brackets::after {
    right: 0;
    border-left: 0;
  }
  .scroll {
    --_shade: color-mix(in srgb, var(--_ink) 22%, transparent);
    overflow: auto hidden;
    scrollbar-width: thin;
    /* A shade at an edge behind which there is more; what moves along with the numbers covers it at the end. */
    background:
      linear-gradient(to right, var(--_card) 40%, transparent) left / 24px 100% no-repeat local,
      linear-gradient(to left, var(--_card) 40%, transparent) right / 24px 100% no-repeat local,
      linear-gradient(to right, var(--_shade), transparent) left / 9px 100% no-repeat scroll,
      linear-gradient(to left, var(--_shade), transparent) right / 9px 100% no-repeat scroll;
  }
  table {
    width: auto;
    font:
      400 calc(var(--_formula) * 0.84) / 1.3 KaTeX_Main,
      var(--_serif);
  }
  th,
  td {
    padding: 0;
    border: 0;
    white-space: nowrap;
  }
  .headed td:not(.gap, .corner) {
    border: 1px solid var(--_line);
  }
  th {
    padding: 0.3em 0.7em 0.3em 0;
    font: 400 var(--_label) / 1.4 var(--_sans);
  }
  /* Still there when the table is moved sideways. */
  th[scope='row'] {
    position: sticky;
    left: 0;
    z-index: 2;
    background: var(--_card);
  }
  thead th {
    padding: 0.1em 0.7em 0.3em;
    text-align: center;
  }
  th.on {
    color: var(--_ink);
    font-weight: 600;
  }
  td > button {
    width: 100%;
    min-height: 0;
    padding: 0.28em 0.6em;
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  .brackets td > button {
    padding: 0.16em 0.45em;
  }
  td > button:hover {
    background: color-mix(in srgb, var(--_ink) 10%, transparent);
  }
  :focus-visible {
    position: relative;
    z-index: 1;
    outline-offset: -2px;
  }
  .pad {
    visibility: hidden;
  }
  .zero {
    padding: 0.16em 0.45em;
    color: var(--_soft);
  }
  .gap {
    padding-inline: 0.3em;
    text-align: center;
    color: var(--_soft);
  }
  td > button.more,
  th > button.more {
    width: auto;
    min-width: 26px;
    min-height: 26px;
    padding: 0 0.3em;
    border: 1px solid var(--_edge);
    border-radius: 6px;
    background: var(--_card);
    font: 600 var(--_control) / 1 var(--_sans);
    color: var(--_ink);
    text-align: center;
  }
  .cross {
    background: color-mix(in srgb, var(--_ink) 6%, transparent);
  }
  .made {
    background: color-mix(in srgb, var(--_ink) 9%, transparent);
  }
  .made .number {
    padding-bottom: 1px;
    border-bottom: 1.5px solid;
  }
  .upstream .made {
    background: var(--_upstream-wash);
    color: var(--_upstream);
    & .number {
      border-bottom: 3px double;
    }
  }
  .local .made {
    background: var(--_local-wash);
    color: var(--_local);
    & .number {
      border-bottom: 2px dashed;
    }
  }
  .input .made {
    background: var(--_input-wash);
    color: var(--_input);
    & .number {
      border-bottom: 2px dotted;
    }
  }
  .lit > button {
    outline: 1.5px solid currentColor;
    outline-offset: -2px;
  }
  .current > button,
  .current > button:hover {
    background: var(--_ink);
    color: var(--_paper);
  }
  .current > button:focus-visible {
    outline: 2px solid var(--_paper);
    outline-offset: -4px;
  }
  :host([waits]) td:not(.gap, .corner) {
    background: color-mix(in srgb, var(--_line) 55%, transparent);
    & > * {
      visibility: hidden;
    }
  }
  :host([waits]) .zero {
    color: transparent;
  }
  @media (pointer: coarse) {
    td > button {
      min-height: 34px;
    }
  }
  @media (forced-colors: active) {
    .current > button {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .scroll {
      overflow: visible;
    }
  }
`;
