import { css } from 'lit';

export const leadStyles = css`
  section {
    max-width: 46rem;
    padding: 1rem clamp(1rem, 3vw, 3rem);
  }
  h2 {
    font: 600 var(--_body) / 1.3 var(--_sans);
    letter-spacing: normal;
    text-transform: none;
    color: inherit;
  }
  p {
    margin: 0.4rem 0 0;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  p:empty {
    display: none;
  }
  .soft {
    color: var(--_soft);
  }
  form {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.6rem 1rem;
    align-items: end;
    margin-top: 0.8rem;
  }
  form p,
  form button {
    grid-column: 1 / -1;
    margin: 0;
    justify-self: start;
  }
  label {
    display: grid;
    gap: 0.25rem;
    font-size: var(--_label);
    color: var(--_soft);
  }
  section > label {
    margin-top: 0.8rem;
  }
  input {
    width: 100%;
    min-width: 0;
    min-height: 36px;
    border-radius: 8px;
    font-size: var(--_control);
    color: var(--_ink);
  }
  .status:focus {
    outline: none;
  }
  ::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  @media (max-width: 559px) {
    form {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
