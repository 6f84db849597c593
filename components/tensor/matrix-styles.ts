import { css } from 'lit';

/** The formula in symbols, and the row of matrices, which wraps before a sign. */
export const matrixStyles = css`
  :host {
    font-size: var(--_formula);
  }
  .symbolic {
    margin-bottom: 0.6rem;
  }
  .filled {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.9rem 0.6rem;
  }
  /* The sign stands level with the matrix; name and shape stand under it. */
  .joined {
    display: inline-grid;
    grid-template-columns: auto minmax(0, max-content) auto;
    align-items: center;
    gap: 0.3rem 0.5rem;
    min-width: 0;
    max-width: 100%;
  }
  .before,
  .after {
    display: inline-flex;
    align-items: center;
    gap: 0.35rem;
  }
  bp-cells {
    justify-self: center;
    min-width: 0;
    max-width: 100%;
  }
  .sign {
    font-family: KaTeX_Main, var(--_serif);
    color: var(--_soft);
  }
  .listed {
    column-gap: 2rem;
  }
  .sum > span:first-child {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    font-size: 1.5em;
    line-height: 1;
  }
  .sum small {
    font: 400 var(--_label) / 1.2 var(--_sans);
  }
  .caption {
    grid-column: 2;
    /* As wide as its matrix; a longer note takes a second line. */
    width: 0;
    min-width: max(100%, 3.4rem);
    display: inline-flex;
    flex-wrap: wrap;
    justify-content: center;
    align-items: baseline;
    column-gap: 0.6em;
    min-height: 1.2rem;
    font: 400 var(--_label) / 1.3 var(--_sans);
    text-align: center;
  }
  .shape,
  .note {
    color: var(--_soft);
  }
  .upstream > .caption bp-formula {
    color: var(--_upstream);
  }
  .local > .caption bp-formula {
    color: var(--_local);
  }
  .input > .caption bp-formula {
    color: var(--_input);
  }
  @media not print {
    [data-reveal='0'] .symbolic {
      background: color-mix(in srgb, var(--_line) 55%, transparent);
      border-radius: 8px;
      > * {
        visibility: hidden;
      }
    }
    [data-reveal='0'] .filled :is(.sign, .caption) {
      visibility: hidden;
    }
  }
`;
