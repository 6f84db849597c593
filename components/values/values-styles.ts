import { css } from 'lit';

export const valuesStyles = css`
  :host {
    container: values / inline-size;
  }
  .groups {
    columns: 260px auto;
    column-gap: 32px;
    margin-top: 12px;
  }
  .wide {
    columns: 330px auto;
  }
  .groups:focus,
  tbody:focus {
    outline: none;
  }
  tbody:focus-visible th {
    text-decoration: underline;
  }
  section {
    break-inside: avoid;
    padding-bottom: 20px;
  }
  h3 {
    font: 600 var(--_control) / 1.4 var(--_sans);
    letter-spacing: normal;
    text-transform: none;
    color: inherit;
  }
  h3 span {
    font-weight: 400;
    color: var(--_soft);
  }
  table {
    margin-top: 4px;
  }
  th,
  td {
    padding-block: 4px;
    vertical-align: middle;
  }
  thead th {
    padding-block: 2px;
  }
  tbody th {
    position: relative;
    width: 5.5em;
    padding-inline-start: 14px;
    font: 400 var(--_body) / 1.4 var(--_serif);
    color: inherit;
  }
  .above > * {
    border-bottom: 0;
  }
  .below td {
    padding-top: 0;
    font-size: var(--_label);
  }
  .edited th {
    font-weight: 700;
  }
  .edited th::before {
    content: '';
    position: absolute;
    left: 0;
    top: calc(50% - 3.5px);
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_ink);
  }
  input {
    width: 7.5em;
    min-height: 34px;
  }
  .kind {
    display: block;
    font: 400 var(--_label) / 1.3 var(--_sans);
    color: var(--_soft);
  }
  .tensor > * {
    vertical-align: top;
    padding-block: 7px;
  }
  .tensor th {
    padding-top: 10px;
  }
  .fields {
    overflow-x: auto;
    scrollbar-width: thin;
    /* The focus ring of a field must not be cut. */
    margin: -3px;
    padding: 3px;
  }
  .line {
    display: flex;
    gap: 4px;
  }
  .line + .line {
    margin-top: 4px;
  }
  .vector .line {
    flex-wrap: wrap;
  }
  .cell {
    display: inline-flex;
    flex-direction: column;
    flex: none;
    align-items: center;
    justify-content: center;
    width: 4.1em;
  }
  .cell input {
    width: 100%;
    padding-inline: 0.35em;
  }
  .cell bp-number {
    font-size: calc(0.9 * var(--_label));
  }
  .whose {
    display: inline-block;
    margin-inline-end: 0.5em;
    font: 400 var(--_control) / 1.4 var(--_serif);
  }
  .edited input,
  input.changed {
    border-color: var(--_ink);
    border-width: 2px;
  }
  input.changed {
    font-weight: 700;
  }
  input[aria-invalid='true'] {
    border-color: var(--_loss);
    border-style: double;
    border-width: 3px;
  }
  .revert {
    min-width: 30px;
    min-height: 30px;
    margin-inline-start: 6px;
    padding: 0;
    font-size: var(--_body);
    line-height: 1;
  }
  p {
    margin: 0;
    max-width: 60ch;
    font-size: var(--_label);
  }
  .groups + p {
    margin-bottom: 10px;
  }
  .soft {
    color: var(--_soft);
  }
  @media (pointer: coarse) {
    input,
    .revert {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media print {
    button,
    .groups + p {
      display: none;
    }
    input {
      border-color: transparent;
      padding-inline: 0;
    }
  }
`;
