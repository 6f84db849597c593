import { css } from 'lit';

/** The table of a paths plot, which is its legend too. */
export const pathsPanelStyles = css`
  bp-paths-plot {
    max-width: 56rem;
  }
  th[scope='row'] label {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    margin-inline-end: 0.6em;
    vertical-align: middle;
    cursor: pointer;
  }
  th[scope='row'] input {
    width: 17px;
    height: 17px;
    margin: 0;
    accent-color: var(--_ink);
    cursor: pointer;
  }
  tbody th,
  tbody td {
    vertical-align: middle;
  }
  th[scope='row'] {
    min-width: 13em;
    white-space: normal;
  }
  .choice-cell {
    display: flex;
    align-items: center;
  }
  th[scope='row'] button {
    text-align: start;
  }
  .kept {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2em;
    min-width: 11em;
  }
  .tag {
    margin-inline-start: 0.6em;
    padding: 1px 6px;
    border: 1px solid var(--_edge);
    border-radius: 999px;
    font-weight: 400;
    font-size: var(--_label);
  }
  /* On a phone each choice is a card of its own. */
  @container (max-width: 639px) {
    table,
    tbody,
    tr,
    th[scope='row'],
    td {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
    }
    tr {
      padding-block: 0.5em;
      border-bottom: 1px solid var(--_line);
    }
    th,
    td {
      border: 0;
      padding: 0.15em 0;
      white-space: normal;
    }
    td {
      display: grid;
      grid-template-columns: 8em 1fr;
    }
    td::before {
      content: attr(data-name) / '';
      color: var(--_soft);
    }
    td.empty {
      display: none;
    }
    td.short {
      display: inline-flex;
      gap: 0.6em;
      margin-inline-end: 1.6em;
    }
  }
  .drawn {
    transition: opacity 0.15s;
  }
  .drawn[aria-busy='true'] {
    opacity: 0.6;
  }
  @media (prefers-reduced-motion: reduce) {
    .drawn {
      transition: none;
    }
  }
`;
