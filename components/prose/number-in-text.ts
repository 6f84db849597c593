import { css } from 'lit';

/** A live number looks like the text around it, although it is a button inside. */
export const numberInText = css`
  bp-number {
    display: inline;
    font: inherit;
    color: inherit;
  }
  bp-number::part(number) {
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
`;
