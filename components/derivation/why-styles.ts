import { css } from 'lit';

export const whyStyles = css`
  :host {
    container: why / inline-size;
  }
  .lines {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) minmax(0, 11rem);
    align-items: center;
    column-gap: 0.45em;
    font-size: calc(var(--_formula) * 0.9);
  }
  .left {
    grid-column: 1;
  }
  .right {
    grid-column: 2;
    min-width: 0;
  }
  .rule {
    grid-column: 3;
    font: 400 var(--_label) / 1.35 var(--_sans);
    color: var(--_soft);
    text-align: end;
    text-wrap: balance;
  }
  /* The derivation of a function has long lines: its rules stand below them. */
  .stacked {
    grid-template-columns: auto minmax(0, 1fr);
  }
  .stacked .rule {
    grid-column: 2;
    text-align: start;
    margin-bottom: 0.3rem;
  }
  .agree {
    margin: 0.5rem 0 0;
    font: 400 var(--_control) / 1.4 var(--_sans);
  }
  details {
    margin-top: 0.6rem;
  }
  summary {
    cursor: pointer;
    font: 400 var(--_control) / 1.5 var(--_sans);
  }
  @container why (max-width: 480px) {
    .lines {
      grid-template-columns: auto minmax(0, 1fr);
      font-size: calc(var(--_formula) * 0.82);
    }
    .rule {
      grid-column: 2;
      text-align: start;
      margin-bottom: 0.4rem;
    }
    .stacked .left {
      grid-column: 1 / -1;
    }
    .stacked .right,
    .stacked .rule {
      grid-column: 1 / -1;
    }
  }
`;
