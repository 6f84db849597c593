import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  section {
    padding: 1.4em 1.6em 1.5em;
  }
  table {
    margin-top: 0.6em;
  }
  tbody th {
    font-size: inherit;
    color: inherit;
    white-space: nowrap;
  }
  .soft {
    color: var(--_soft);
  }
  .current > * {
    background: var(--_paper);
    font-weight: 600;
  }
  .current > :first-child {
    box-shadow: -0.6em 0 0 var(--_paper), inset 3px 0 0 -0px var(--_ink);
    padding-inline-start: 0.6em;
  }
  .others {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    margin-top: 1em;
    min-height: 32px;
    cursor: pointer;
  }
  input[type='checkbox'] {
    width: 1.15em;
    height: 1.15em;
    margin: 0;
    accent-color: var(--_ink);
  }
  @container (max-width: 460px) {
    section {
      padding: 1.1em 1.1em 1.2em;
    }
    th,
    td {
      padding-inline-end: 0.5em;
    }
  }
  @media print {
    .others {
      display: none;
    }
    section {
      break-inside: avoid-page;
    }
  }
`;
