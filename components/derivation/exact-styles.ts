import { css } from 'lit';

export const exactStyles = css`
  p {
    margin: 0;
    font: 400 var(--_control) / 1.6 var(--_sans);
  }
  .number {
    font:
      400 calc(var(--_formula) * 0.95) / 1.5 KaTeX_Main,
      var(--_serif);
    white-space: normal;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .how {
    color: var(--_soft);
    font-size: var(--_label);
  }
`;
