import { css } from 'lit';

export const copyStyles = css`
  :host {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.9rem;
    align-items: center;
  }
  :host([hidden]) {
    display: none;
  }
  button.link {
    min-height: 24px;
    font-size: var(--_label);
    color: var(--_soft);
  }
  label {
    display: flex;
    flex-wrap: wrap;
    flex-basis: 100%;
    gap: 0.4rem;
    font-size: var(--_label);
  }
  input {
    flex: 1 1 14rem;
    min-width: 0;
  }
`;
