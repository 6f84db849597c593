import { css } from 'lit';

/** A number's marks: dotted while its digits are not proven, a ▴ where the reader's changes changed it. */
export const numberStyles = css`
  .number {
    font-variant-numeric: lining-nums tabular-nums;
    white-space: nowrap;
  }
  .power {
    font-family: var(--_sans);
  }
  .number.failed {
    color: var(--_loss);
  }
  .number[data-provisional] {
    text-decoration: underline dotted 1px;
    text-decoration-color: var(--_edge);
    text-underline-offset: 0.22em;
  }
  .number[data-changed]::after {
    content: '▴' / '';
    margin-inline-start: 0.1em;
    font: 600 0.6em var(--_sans);
    vertical-align: super;
    line-height: 0;
    color: var(--_loss);
  }
`;
