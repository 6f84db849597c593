import { css } from 'lit';

export const styles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em;
    margin-top: 0.9em;
  }
  input[name='updates'] {
    width: 7.5em;
    min-height: 36px;
    text-align: end;
  }
  @media (pointer: coarse) {
    input[name='updates'] {
      min-height: 40px;
    }
  }
  .quick {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.8em;
    min-height: 1.6em;
    margin: 0.5em 0 0.8em;
  }
  progress {
    flex: 1 1 8em;
    max-width: 20em;
    accent-color: var(--_ink);
  }
  p {
    margin: 0 0 0.4em;
    max-width: 64ch;
  }
  .soft {
    color: var(--_soft);
  }
  .story {
    font: 400 var(--_body) / 1.5 var(--_serif);
  }
  .reading {
    color: var(--_soft);
    min-height: 1.45em;
  }
  .below {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.6em 1.4em;
    margin-top: 0.8em;
  }
  .below[hidden] {
    display: none;
  }
  .axes {
    display: inline-flex;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    overflow: hidden;
  }
  .axes label {
    position: relative;
    cursor: pointer;
  }
  .axes input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .axes span {
    display: block;
    padding: 0.35em 0.8em;
  }
  .axes label + label span {
    border-inline-start: 1px solid var(--_edge);
  }
  .axes :checked + span {
    background: var(--_ink);
    color: var(--_paper);
  }
  .axes label:focus-within {
    outline: 2px solid var(--_upstream);
    outline-offset: -2px;
    border-radius: 8px;
  }
  .axes label:not(:has(:focus-visible)) {
    outline: 0;
  }
  details {
    flex: 1 1 100%;
  }
  summary {
    cursor: pointer;
    width: fit-content;
  }
  table {
    width: auto;
    margin-top: 0.4em;
  }
  td:first-child {
    text-align: end;
    padding-inline-end: 2em;
  }
  @media print {
    form,
    .progress,
    .axes {
      display: none;
    }
    :host {
      break-inside: avoid-page;
    }
  }
`;
