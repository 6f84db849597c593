import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  section {
    padding: 1.4em 1.6em 1.5em;
  }
  p {
    margin: 0.5em 0 0;
    max-width: 60ch;
  }
  .soft,
  .waiting .verdict {
    color: var(--_soft);
  }
  table {
    margin-top: 0.6em;
  }
  tbody th {
    font-size: inherit;
    color: inherit;
  }
  td,
  th {
    overflow-wrap: anywhere;
  }
  .printed,
  .ours,
  .difference,
  .verdict {
    white-space: nowrap;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  .explained > * {
    border-bottom-color: transparent;
  }
  .why td {
    padding-top: 0;
    padding-bottom: 0.8em;
    color: var(--_soft);
  }
  .why button {
    display: block;
    margin-top: 0.5em;
    min-height: 32px;
    color: var(--_ink);
  }
  .current th {
    font-weight: 600;
  }
  .differs .printed,
  .differs .verdict {
    color: var(--_loss);
  }
  .agrees .verdict {
    color: var(--_input);
  }
  .verdict::before {
    content: '';
    display: inline-block;
    width: 1.2em;
  }
  .agrees .verdict::before {
    content: '✓' / '';
  }
  .differs .verdict::before {
    content: '≠' / '';
  }
  .name {
    display: none;
  }
  .more {
    margin-top: 1em;
  }
  @container (max-width: 560px) {
    section {
      padding: 1.1em 1.1em 1.2em;
    }
    table,
    tbody,
    .why,
    .why td {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr:not(.why) {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 0.15em 1em;
      padding: 0.7em 0;
      border-bottom: 1px solid var(--_line);
    }
    tr.explained {
      border-bottom: 0;
      padding-bottom: 0.3em;
    }
    tr:not(.why) > * {
      border: 0;
      padding: 0;
    }
    .verdict {
      grid-area: 1 / 2;
    }
    .printed,
    .ours,
    .difference {
      grid-column: 1 / -1;
      display: flex;
      justify-content: space-between;
      gap: 1em;
      white-space: normal;
    }
    .difference:empty {
      display: none;
    }
    .name {
      display: inline;
      color: var(--_soft);
      font-size: var(--_label);
    }
  }
  @media print {
    button {
      display: none;
    }
    th button.link {
      display: inline;
      text-decoration: none;
    }
    section {
      break-inside: avoid-page;
    }
  }
`;
