import { css } from 'lit';

export const embedStyles = css`
  :host {
    display: contents;
  }
  dialog {
    width: min(46rem, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 0;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    color: var(--_ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .content {
    padding: 20px clamp(14px, 4vw, 24px) 24px;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: start;
    gap: 1rem;
  }
  h2 {
    font: 400 var(--_question) / 1.25 var(--_serif);
    letter-spacing: normal;
    text-transform: none;
    color: inherit;
  }
  p {
    margin: 0.35rem 0 0;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  p:empty {
    display: none;
  }
  .soft {
    color: var(--_soft);
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem 1rem;
    margin: 1.1rem 0 0.9rem;
  }
  .choices label {
    display: grid;
    gap: 0.25rem;
    font-size: var(--_label);
    color: var(--_soft);
  }
  @media (max-width: 559px) {
    .choices label:nth-child(-n + 2) {
      grid-column: 1 / -1;
    }
  }
  .choices :is(select, input) {
    width: 100%;
    min-width: 0;
    min-height: 36px;
    border-radius: 8px;
    font-size: var(--_control);
    color: var(--_ink);
  }
  ::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  .choices :disabled {
    color: var(--_soft);
    border-color: var(--_line);
  }
  .snippet,
  .snippet + p {
    margin-top: 1.1rem;
  }
  .snippet > div {
    display: flex;
    justify-content: space-between;
    align-items: end;
    gap: 0.75rem;
    margin-bottom: 0.35rem;
  }
  .snippet button {
    flex: none;
  }
  textarea {
    display: block;
    width: 100%;
    field-sizing: content;
    max-height: 22rem;
    padding: 0.6rem 0.75rem;
    border-radius: 8px;
    background: var(--_paper);
    font:
      400 13px / 1.5 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
    tab-size: 2;
    overflow-wrap: anywhere;
    resize: none;
  }
  code {
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
    font-size: 0.93em;
  }
`;
