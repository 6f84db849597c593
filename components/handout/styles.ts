import { css } from 'lit';

/** The page as it is printed: black on white, in every theme. Sizes are those of paper. */
export const sheetStyles = css`
  .sheet {
    color-scheme: light;
    max-width: 210mm;
    margin: 0 auto 3rem;
    padding: 17mm 18mm 19mm;
    overflow-x: auto;
    background: #fff;
    color: #000;
    font: 10.5pt/1.42 var(--_serif);
    box-shadow: 0 1px 3px rgb(0 0 0 / 18%);
  }
  h1 {
    margin: 0;
    font: 600 20pt/1.2 var(--_serif);
  }
  .sheet h2 {
    margin: 1.5em 0 0.5em;
    padding-bottom: 0.2em;
    border-bottom: 0.6pt solid #000;
    font: 600 13pt/1.3 var(--_serif);
    letter-spacing: normal;
    text-transform: none;
    color: #000;
  }
  h3 {
    display: flex;
    gap: 0.75em;
    margin: 0 0 0.25em;
    font: 600 11pt/1.35 var(--_serif);
    letter-spacing: normal;
    text-transform: none;
    color: #000;
  }
  .number {
    flex: none;
    min-width: 1.35em;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  p {
    margin: 0 0 0.5em;
    text-wrap: pretty;
    orphans: 2;
    widows: 2;
  }
  a {
    color: inherit;
    text-underline-offset: 0.2em;
    overflow-wrap: anywhere;
  }
  .kind,
  .address,
  dt {
    font: 9pt/1.4 var(--_sans);
    color: #333;
  }
  .kind {
    margin: 0 0 0.2em;
  }
  .summary {
    margin-top: 0.3em;
    font-size: 12pt;
  }
  .remark {
    font-style: italic;
  }
  .given dl {
    columns: 2;
    column-gap: 2.5em;
    margin: 0;
  }
  /* Matrices need the width; what is small stands beside them. */
  .given dl:has(.wide) {
    display: flex;
    flex-wrap: wrap;
    columns: auto;
  }
  .given dl > div {
    margin-bottom: 0.7em;
    break-inside: avoid;
  }
  dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.15em 1.6em;
    margin: 0;
  }
  .single {
    min-width: 7em;
  }
  figure {
    margin: 1.2em 0;
    break-inside: avoid;
    text-align: center;
  }
  figure svg {
    max-width: 100%;
    height: auto;
    max-height: 130mm;
  }
  .step {
    margin: 1.15em 0 0;
  }
  .derivation,
  .group,
  .equation,
  li {
    break-inside: avoid;
  }
  h1,
  h2,
  h3,
  .label,
  dt {
    break-after: avoid;
  }
  /* What stands below a step's number is as far in as its question. */
  .group,
  .note,
  .step .prose {
    margin-inline-start: 2.1em;
  }
  .group {
    display: flow-root;
  }
  .group:has(.equation + .equation) {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 2em;
  }
  .label {
    margin: 0.35em 0 0.1em;
    flex-basis: 100%;
  }
  .equation {
    margin: 0.2em 0;
  }
  .katex {
    font-size: 1.06em;
  }
  .equation .katex {
    white-space: nowrap;
  }
  .note {
    font-style: italic;
  }
  .unbroken {
    white-space: nowrap;
  }
  .prose {
    margin-top: 0.35em;
  }
  ul,
  ol {
    margin: 0 0 0.5em;
    padding-inline-start: 1.4em;
  }
  pre {
    margin: 0 0 0.5em;
    font-size: 9pt;
    white-space: pre-wrap;
  }
  .unfinished-note {
    display: none;
  }
  .symbol .both {
    display: inline-block;
  }
  @media (max-width: 700px) {
    .sheet {
      padding: 1.25rem 1rem 2rem;
      font-size: 16px;
    }
    .given dl {
      columns: 1;
    }
    .group,
    .note,
    .step .prose {
      margin-inline-start: 0;
    }
  }
  @media print {
    .sheet {
      max-width: none;
      margin: 0;
      overflow: visible;
      padding: 0;
      box-shadow: none;
    }
    /* A second copy of each formula, for screen readers, would come out as text. */
    .katex-mathml {
      display: none;
    }
    .bar,
    .complaints,
    .unfinished > :not(.unfinished-note) {
      display: none;
    }
    .unfinished > .unfinished-note {
      display: block;
    }
  }
`;

/** What is round the sheet on the screen. */
export const barStyles = css`
  :host {
    padding: 0 max(8px, env(safe-area-inset-left)) 1px;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    max-width: 210mm;
    margin: 0 auto;
    padding: 0.65rem 0;
    background: light-dark(#e9e6de, #14161a);
  }
  .bar label {
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  .bar select {
    min-height: 36px;
    border-radius: 8px;
  }
  .bar a {
    color: inherit;
    text-underline-offset: 0.2em;
  }
  .bar a {
    margin-inline-start: auto;
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.5rem;
    flex-basis: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: var(--_label);
  }
  .downloads legend {
    float: inline-start;
    padding: 0 0.4rem 0 0;
  }
  .status {
    flex-basis: 100%;
    min-height: 1.45em;
    margin: 0;
    font-size: var(--_label);
  }
  .complaints {
    max-width: 210mm;
    margin: 0 auto 1rem;
  }
  @media (max-width: 559px) {
    .bar {
      position: static;
    }
  }
  @media print {
    :host {
      padding: 0;
    }
  }
`;
