import { css } from 'lit';

export const claimStyles = css`
  :host {
    font-size: calc(var(--_formula) * 0.92);
  }
  .claims {
    margin-top: 1rem;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_paper);
  }
  .waits,
  .unchecked {
    visibility: hidden;
  }
  h3 {
    margin-bottom: 0.2rem;
  }
  .claim + .claim {
    margin-top: 0.8rem;
  }
  .equation {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    column-gap: 0.45em;
  }
  .line {
    grid-column: 2;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.4em;
    min-width: 0;
  }
  bp-formula {
    min-width: 0;
    max-width: 100%;
  }
  .result {
    white-space: nowrap;
    font-family: KaTeX_Main, var(--_serif);
  }
  .sign {
    color: var(--_soft);
  }
  strong {
    font-weight: 600;
    font-size: calc(var(--_result) * 0.92);
  }
  .check {
    margin-inline-start: 0.2em;
    font: 700 1.05em var(--_sans);
    color: var(--_input);
  }
  p {
    margin: 0.4rem 0 0;
    font: 400 var(--_control) / 1.45 var(--_sans);
    color: var(--_soft);
  }
`;
