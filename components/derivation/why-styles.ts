import { css } from 'lit';

export const whyStyles = css`
  .lines {
    list-style: none;
    margin: 0;
    padding: 0;
    font-size: calc(var(--_formula) * 0.9);
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    column-gap: 1.5rem;
  }
  li bp-formula {
    flex: 0 1 auto;
    min-width: 0;
  }
  .next {
    padding-inline-start: 1.5em;
  }
  .rule {
    font: 400 var(--_label) / 1.4 var(--_sans);
    color: var(--_soft);
    margin-inline-start: auto;
    text-align: end;
  }
  p.rule {
    text-align: start;
    margin: 0.4rem 0 0;
  }
  details {
    margin-top: 0.6rem;
  }
  summary {
    cursor: pointer;
    font: 400 var(--_control) / 1.5 var(--_sans);
  }
`;
