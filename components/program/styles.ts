import { css } from 'lit';

export const styles = css`
  p {
    margin: 0.5em 0 0.8em;
    max-width: 62ch;
  }
  .soft {
    color: var(--_soft);
  }
  code,
  .editor {
    font-family: var(--bp-mono, ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace);
    font-size: 0.95em;
  }
  .editor {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_card);
    line-height: 1.6;
    overflow: hidden;
  }
  .editor:focus-within {
    outline: 2px solid var(--_upstream);
    outline-offset: 1px;
  }
  .gutter {
    padding: 0.6em 0.7em;
    overflow: hidden;
    /* Its length is the text's concern. */
    height: 0;
    min-height: 100%;
    text-align: end;
    color: var(--_soft);
    background: var(--_paper);
    border-inline-end: 1px solid var(--_line);
    user-select: none;
  }
  .gutter .wrong {
    color: var(--_loss);
    font-weight: 700;
  }
  .gutter .wrong::before {
    content: '! ';
  }
  textarea {
    display: block;
    width: 100%;
    border: 0;
    border-radius: 0;
    padding: 0.6em 0.8em;
    font: inherit;
    line-height: inherit;
    resize: none;
    outline: 0;
    background: transparent;
  }
  .complaints p {
    margin: 0.8em 0 0.2em;
    color: var(--_loss);
  }
  .complaints ul {
    margin: 0;
    padding-inline-start: 1.2em;
  }
  .complaints li {
    margin: 0.25em 0;
    overflow-wrap: anywhere;
  }
  .missing {
    margin: 1em 0 0;
    padding: 0;
    border: 0;
  }
  .missing legend {
    padding: 0;
    margin-bottom: 0.4em;
  }
  .missing div {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 0.8em;
    margin: 0.3em 0;
  }
  .missing label {
    min-width: 5em;
  }
  .missing input {
    width: 9em;
    min-height: 36px;
  }
  @media (pointer: coarse) {
    .missing input {
      min-height: 40px;
    }
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6em;
    margin-top: 0.9em;
  }
  .printed {
    display: none;
  }
  @media print {
    .printed {
      display: block;
      white-space: pre-wrap;
    }
    .editor,
    .actions,
    #how {
      display: none;
    }
  }
`;
