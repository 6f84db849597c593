import { css } from 'lit';

export const proseStyles = css`
  :host {
    max-width: 65ch;
    font: 400 var(--_body) / 1.55 var(--_serif);
    font-variant-numeric: normal;
    text-wrap: pretty;
    overflow-wrap: break-word;
  }
  .waits {
    visibility: hidden;
  }
  .introduction {
    margin-bottom: 1em;
    padding-bottom: 1em;
    border-bottom: 1px solid var(--_line);
  }
  p,
  ul,
  ol,
  pre {
    margin: 0 0 0.7em;
  }
  div > :last-child,
  details > :last-child {
    margin-bottom: 0;
  }
  ul,
  ol {
    padding-inline-start: 1.4em;
  }
  li + li {
    margin-top: 0.25em;
  }
  code {
    font:
      0.86em / 1.4 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      'DejaVu Sans Mono',
      monospace;
  }
  pre {
    overflow-x: auto;
    padding: 0.7em 0.9em;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_card);
  }
  a,
  button.link {
    color: inherit;
    text-decoration: underline;
    text-decoration-color: var(--_edge);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  a:hover,
  button.link:hover {
    text-decoration-color: currentColor;
  }
  button.link {
    font: inherit;
    line-height: inherit;
    text-align: start;
  }
  details {
    margin-top: 1em;
    padding: 0.6em 0.9em;
    border: 1px dashed var(--_edge);
    border-radius: 8px;
  }
  summary {
    font: 400 var(--_label) / 1.6 var(--_sans);
    color: var(--_soft);
    border-radius: 4px;
    cursor: pointer;
  }
  details[open] summary {
    margin-bottom: 0.4em;
  }
  @media print {
    .waits {
      visibility: visible;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.85em;
    }
  }
`;
