import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  table {
    margin-top: 0.6em;
  }
  td {
    height: 2.6em;
  }
  tbody th {
    font-size: inherit;
    color: inherit;
    white-space: nowrap;
  }
  .value,
  .gradient,
  .next {
    white-space: nowrap;
  }
  .gradient {
    cursor: pointer;
  }
  .soft {
    color: var(--_soft);
    font-weight: 400;
  }
  .current > * {
    background: var(--_paper);
    font-weight: 600;
  }
  .current > :first-child {
    position: relative;
  }
  .current > :first-child::before {
    content: '';
    position: absolute;
    inset: 0 100% -1px auto;
    width: 0.7em;
    border-inline-start: 3px solid var(--_ink);
    background: var(--_paper);
  }
  .name {
    display: none;
  }
  .tensor > * {
    vertical-align: top;
    padding-top: 0.6em;
  }
  .shape {
    display: block;
    font-size: var(--_label);
    font-weight: 400;
    color: var(--_soft);
  }
  dl {
    margin: 0;
  }
  dl > div {
    display: flex;
    gap: 0.75em;
    margin-bottom: 0.3em;
  }
  dt {
    flex: 0 0 5.4em;
    padding-top: 0.1em;
    font-size: var(--_label);
    font-weight: 400;
    color: var(--_soft);
  }
  .scroll {
    overflow-x: auto;
    scrollbar-width: thin;
  }
  dd {
    margin: 0;
  }
  .matrix {
    display: table;
  }
  .matrix > div {
    display: table-row;
  }
  .matrix > div > span {
    display: table-cell;
    padding: 0.1em 0.8em 0.1em 0;
    font-size: 0.93em;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
    cursor: pointer;
  }
  .matrix .here {
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  .matrix .left-out {
    color: var(--_soft);
    cursor: default;
  }
  .others {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    margin-top: 1em;
    min-height: 40px;
    cursor: pointer;
  }
  input[type='checkbox'] {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    margin: 0;
    accent-color: var(--_ink);
  }
  @container (max-width: 480px) {
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: 6.4em 1fr auto;
      padding: 0.5em 0;
      border-bottom: 1px solid var(--_line);
    }
    tbody tr > * {
      border: 0;
      padding: 0.05em 0;
      height: auto;
      min-width: 0;
    }
    .current {
      position: relative;
    }
    .current > :first-child {
      position: static;
    }
    tbody .tensor,
    tbody .tensor > * {
      display: block;
    }
    .shape {
      display: inline;
      margin-inline-start: 0.4em;
    }
    .value,
    .gradient,
    .next {
      display: flex;
      grid-column: 1 / -1;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    .value {
      grid-area: 1 / 2;
    }
    .value .name,
    .empty {
      display: none;
    }
    .name {
      display: block;
      flex: 0 0 6.4em;
      color: var(--_soft);
      font-weight: 400;
    }
    /* What is not known yet takes one line. */
    .later .gradient {
      grid-area: 1 / 3;
    }
    .later .name,
    .later .next {
      display: none;
    }
  }
  @media print {
    .others {
      display: none;
    }
    th button.link {
      text-decoration: none;
    }
    :host {
      break-inside: avoid-page;
    }
  }
`;
