import { css } from 'lit';

/** The card: place, question, rows, prose, offers. */
export const derivationStyles = css`
  :host {
    container-type: inline-size;
  }
  .card {
    border: 0;
    background: none;
    padding: 1.4rem 1.5rem 1.25rem;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
    min-height: 1.75rem;
  }
  .place {
    margin: 0;
    font: 400 var(--_label) / 1.4 var(--_sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--_soft);
  }
  .question {
    scroll-margin-block: calc(var(--_above, 0px) + 3.5rem) var(--_below, 0px);
    margin: 0.25rem 0 0.9rem;
    font: 600 var(--bp-question, var(--_question)) / 1.25 var(--_serif);
    letter-spacing: -0.005em;
    text-transform: none;
    color: var(--_ink);
    text-wrap: pretty;
  }
  .symbol {
    white-space: nowrap;
    font-family: KaTeX_Main, var(--_serif);
    font-weight: 400;
    font-size: 1.06em;
  }
  .symbol .both {
    display: inline-grid;
    vertical-align: middle;
    line-height: 1;
  }
  .symbol sub {
    position: relative;
    top: 0.22em;
    vertical-align: baseline;
    font-size: 0.7em;
    line-height: 0;
  }
  .symbol .letter {
    font-family: KaTeX_Math, KaTeX_Main, var(--_serif);
  }
  .views {
    display: inline-flex;
    flex: none;
  }
  .views button {
    min-height: 28px;
    padding: 0.15em 0.6em;
    font-size: var(--_label);
  }
  .views button:first-child {
    border-radius: 7px 0 0 7px;
  }
  .views button:last-child {
    border-radius: 0 7px 7px 0;
    border-inline-start: 0;
  }
  .views [aria-pressed='true'] {
    background: var(--_line);
    font-weight: 600;
  }
  .stack {
    position: relative;
  }
  .waiting {
    position: absolute;
    inset: 0 0 auto 0;
    content-visibility: hidden;
  }
  @supports not (content-visibility: hidden) {
    .waiting {
      visibility: hidden;
    }
  }
  .prose {
    font: 400 var(--_body) / 1.55 var(--_serif);
  }
  .prose ::slotted(*) {
    margin-top: 1rem;
    padding-top: 0.9rem;
    border-top: 1px solid var(--_line);
  }
  .prose ::slotted([data-empty]) {
    display: none;
  }
  bp-offers:not(:defined) {
    display: block;
    min-height: calc(32px + 0.9rem);
    visibility: hidden;
  }
  @container (max-width: 460px) {
    .card {
      padding: 1rem;
    }
    /* Among the digits' settings, too. */
    .views {
      display: none;
    }
    .question {
      font-size: calc(var(--_question) * 0.85);
    }
  }
  @media print {
    .views,
    bp-offers {
      display: none;
    }
  }
`;
