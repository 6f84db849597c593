import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  p {
    margin: 0.4em 0 0;
    max-width: 62ch;
  }
  .soft,
  .waiting .word,
  .unknown .word,
  .reason {
    color: var(--_soft);
  }
  table {
    margin-top: 0.6em;
  }
  th,
  td {
    padding-inline-end: 1.6em;
  }
  tr > :last-child {
    padding-inline-end: 0;
    width: 45%;
  }
  tbody th {
    font-size: inherit;
    color: inherit;
    min-width: 9em;
  }
  th button.link {
    text-align: start;
  }
  .printed,
  .ours,
  .difference {
    white-space: nowrap;
  }
  .ours {
    cursor: pointer;
  }
  .current th {
    font-weight: 600;
  }
  .differs .printed,
  .differs .word {
    color: var(--_loss);
  }
  .agrees .word {
    color: var(--_input);
  }
  .word {
    margin-inline-end: 0.7em;
    white-space: nowrap;
  }
  .word::before {
    margin-inline-end: 0.4em;
  }
  .agrees .word::before {
    content: '✓' / '';
  }
  .differs .word::before {
    content: '≠' / '';
  }
  .switch {
    display: block;
    margin-top: 0.45em;
    min-height: 32px;
    padding-block: 0.2em;
    text-align: start;
  }
  .name {
    display: none;
  }
  .more {
    margin-top: 1em;
  }
  /* A card for each row: its name, the three numbers, the verdict. */
  @container (max-width: 900px) {
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
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 0.2em 1em;
      padding: 0.75em 0;
      border-bottom: 1px solid var(--_line);
    }
    tbody tr > *,
    tbody tr > :last-child {
      border: 0;
      padding: 0.1em 0;
      width: auto;
    }
    tbody th,
    .verdict {
      grid-column: 1 / -1;
    }
    tbody th {
      font-weight: 600;
    }
    .name {
      display: block;
      color: var(--_soft);
    }
    .switch {
      min-height: 40px;
    }
  }
  @container (max-width: 520px) {
    tbody tr {
      display: block;
    }
    .printed,
    .ours,
    .difference {
      display: flex;
      gap: 1em;
      overflow-wrap: anywhere;
      white-space: normal;
    }
    .difference:empty {
      display: none;
    }
    .name {
      flex: 0 0 6em;
    }
  }
  @media print {
    .switch,
    .more {
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
