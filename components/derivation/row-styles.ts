import { css } from 'lit';

/** The grid of an equation, and rows that keep their place before they are revealed. */
export const rowStyles = css`
  :host {
    --_digits: KaTeX_Main, var(--_serif);
    font-size: var(--_formula);
    container: rows / inline-size;
  }
  .equation {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    column-gap: 0.45em;
  }
  .equation > .row {
    grid-column: 2;
  }
  /* What the lesson keeps in front of the page's edges must not cover a piece just asked for. */
  .row,
  .numbers,
  .answer {
    scroll-margin-block: var(--_above, 0px) var(--_below, 0px);
  }
  .row {
    min-width: 0;
    margin-block: 0.15rem;
    border-radius: 8px;
  }
  .row.line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.2em;
  }
  .line > .numbers {
    min-width: 0;
    max-width: 100%;
  }
  .factors {
    margin-top: 0.6rem;
  }
  .paths {
    list-style: none;
    margin: 0.4rem 0 0;
    padding: 0;
  }
  .path {
    padding: 0.5rem 0 0.6rem;
    border-top: 1px solid var(--_line);
  }
  /* The same numbers as on the diagram's edges. */
  .path::before {
    content: counter(list-item) / '';
    display: inline-grid;
    place-items: center;
    width: 1.6em;
    height: 1.6em;
    margin-inline-end: 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 50%;
    font: 600 var(--_label) / 1 var(--_sans);
  }
  .rest {
    padding: 0.6rem 0 0.7rem;
    border-top: 1px solid var(--_line);
  }
  .rest button,
  .via {
    font: 400 var(--_control) / 1.4 var(--_sans);
  }
  .sum {
    margin: 0;
    padding-top: 0.3rem;
    border-top: 1px solid var(--_line);
    border-radius: 0;
  }
  .note {
    margin: 0.5rem 0 0;
    font: 400 var(--_label) / 1.45 var(--_sans);
    color: var(--_soft);
  }
  .note.error {
    color: var(--_loss);
    font-size: var(--_control);
  }
  .note button {
    font: inherit;
  }
  .equation > .blank {
    justify-self: start;
    max-width: 100%;
  }
  /* Not yet revealed: the place is kept and looks like one, and nothing in it can be read or reached. */
  @media not print {
    [data-reveal='0'] :is(.symbolic, .numbers, .result),
    [data-reveal='1'] :is(.numbers, .result),
    [data-reveal='2'] .result {
      visibility: hidden;
      &.blank {
        visibility: visible;
        background: color-mix(in srgb, var(--_line) 55%, transparent);
        border-radius: 8px;
        > * {
          visibility: hidden;
        }
      }
    }
  }
  @media print {
    .path {
      break-inside: avoid;
    }
  }
  @container rows (max-width: 420px) {
    .rows {
      font-size: 0.88em;
    }
  }
`;
