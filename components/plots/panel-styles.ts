import { css } from 'lit';

/** What stands around a plot: controls, legend, reading, remarks, table. */
export const panelStyles = css`
  :host {
    container-type: inline-size;
  }
  form,
  .legend {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.8em;
    margin: 0.8em 0;
  }
  input[type='range'] {
    flex: 1 1 10em;
    min-width: 8em;
    max-width: 22em;
    min-height: 36px;
    padding: 0;
    border: 0;
    background: none;
    accent-color: var(--_ink);
    cursor: pointer;
  }
  input[inputmode] {
    width: 5em;
    min-height: 36px;
    text-align: end;
  }
  .legend {
    margin: 0.4em 0 0.6em;
    gap: 0.4em;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    border-color: var(--_line);
  }
  .choice[aria-pressed='true'] {
    border-color: var(--_ink);
    font-weight: 600;
  }
  .sample {
    display: inline-block;
    flex: none;
    vertical-align: -0.15em;
    overflow: visible;
  }
  .sample .line {
    fill: none;
    stroke: var(--_line-colour);
    stroke-width: 2.2;
  }
  .sample .mark {
    fill: var(--_line-colour);
    stroke: var(--_card);
    stroke-width: 1.5;
  }
  p {
    margin: 0.3em 0;
    max-width: 70ch;
  }
  .soft,
  .reading {
    color: var(--_soft);
  }
  .reading {
    min-height: 1.45em;
  }
  .reading .number {
    color: var(--_ink);
  }
  [role='alert']:empty {
    display: none;
  }
  [role='alert'] {
    flex: 1 1 100%;
  }
  details {
    margin-top: 0.8em;
  }
  summary {
    cursor: pointer;
    width: fit-content;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: auto;
    min-width: min(100%, 24em);
    margin-top: 0.4em;
  }
  th,
  td {
    padding-inline-end: 1.6em;
    white-space: nowrap;
  }
  th[scope='row'] {
    color: var(--_ink);
    font-size: inherit;
  }
  tr[aria-current] th,
  th[aria-current] {
    font-weight: 600;
    color: var(--_ink);
  }
  td button.link {
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    input[type='range'],
    input[inputmode] {
      min-height: 40px;
    }
  }
  @media print {
    form,
    .legend button:not([aria-pressed='true']) {
      display: none;
    }
    :host {
      break-inside: avoid-page;
    }
  }
`;
