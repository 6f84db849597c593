import { css } from 'lit';

/** The sheet: diagram left, step right, controls below and always reachable, tables under the fold. */
export const lessonStyles = css`
  /* What an author puts into the element looks as in the rest of the page. */
  :host {
    container: lesson / inline-size;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: inherit;
    text-transform: inherit;
  }
  :host([panels='formula']) {
    display: inline;
    container: none;
  }
  /* Whatever the page gives all of its elements, or lets them inherit, ends here. */
  .lesson {
    all: initial;
    box-sizing: border-box;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    direction: ltr;
    unicode-bidi: isolate;
    display: flex;
    flex-direction: column;
    background: var(--_paper);
    color: var(--_ink);
    font: 400 var(--_control) / 1.45 var(--_sans);
    font-variant-numeric: tabular-nums;
  }
  .lesson.light.light {
    color-scheme: light;
  }
  .lesson.dark.dark {
    color-scheme: dark;
  }
  .lesson.guest {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .lesson.guest:focus-visible {
    outline: 2px solid var(--_upstream);
    outline-offset: 2px;
  }
  /* As tall as the page says: the step scrolls, the controls stay. */
  .lesson.fixed {
    overflow: auto;
    overscroll-behavior: auto;
  }
  .lesson.fixed > * {
    flex: none;
  }
  .lesson.fixed .stage {
    flex: 1 0 auto;
    min-height: 0;
  }
  /* In the line of the page's own sentence, and in its letters. */
  .lesson.inline {
    all: unset;
    direction: ltr;
    unicode-bidi: isolate;
  }
  /* Not opened yet, or arranged by the page: its own words stand there, as the page sets them. */
  .lesson.open-air {
    all: unset;
    display: block;
  }
  .still {
    padding: 1rem clamp(1rem, 3cqi, 2rem);
  }
  .still .question {
    margin: 0 0 0.5rem;
    font: 400 var(--_question) / 1.3 var(--_serif);
  }
  .still bp-formula {
    font-size: var(--_formula);
  }
  .stage {
    --_above: 5.5rem;
    --_below: 6rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.5rem clamp(1rem, 3cqi, 3rem);
    border-bottom: 1px solid var(--_line);
  }
  .name {
    margin: 0;
    font: 600 var(--_control) / 1.4 var(--_sans);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .sheet {
    position: fixed;
    inset: 3.5rem 1rem auto auto;
    margin: 0;
    width: min(26rem, calc(100vw - 2rem));
    max-height: calc(100vh - 5rem);
    overflow: auto;
    padding: 1.25rem;
    color: inherit;
    box-shadow: 0 12px 40px rgb(0 0 0 / 18%);
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    margin: 0.75rem clamp(1rem, 3cqi, 3rem) 0;
    padding: 0.5rem 0.9rem;
    border: 1px solid var(--_line);
    border-left: 3px solid var(--_edge);
    border-radius: 8px;
    background: var(--_card);
  }
  .open-air .banner {
    font: 400 var(--_control) / 1.45 var(--_sans);
    color: var(--_ink);
    overflow-wrap: anywhere;
  }
  .banner ul {
    flex: 1 1 20rem;
    margin: 0;
    padding-left: 1.2em;
  }
  .banner.warning {
    border-left-color: var(--_loss);
  }
  .banner.changed {
    border-left-color: var(--_local);
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 600px);
    gap: clamp(1.25rem, 3cqi, 3.5rem);
    align-items: start;
    padding: 1.6rem clamp(1rem, 3cqi, 3rem) 1.25rem;
    min-height: var(--bp-stage-height, 34rem);
  }
  /* With one of the two, it has the room to itself. */
  .stage:not(:has(.picture)),
  .stage:not(:has(.step)) {
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
  }
  .stage:empty {
    display: none;
  }
  .picture {
    contain: inline-size layout style;
    position: sticky;
    top: 1rem;
    min-width: 0;
  }
  bp-network {
    min-height: min(31rem, var(--bp-stage-height, 34rem) - 5rem);
  }
  .controls {
    min-height: 3.4rem;
    position: sticky;
    bottom: 0;
    z-index: 2;
    background: var(--_paper);
    border-block: 1px solid var(--_line);
    padding: 0.55rem clamp(1rem, 3cqi, 3rem);
  }
  .tables {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 1.25rem;
    padding: 1.25rem clamp(1rem, 3cqi, 3rem) 3rem;
  }
  .tables > .card {
    padding: 1.25rem 1.5rem;
    min-width: 0;
    contain: inline-size;
    /* A step change must not lay out what is out of sight. */
    content-visibility: auto;
    contain-intrinsic-size: auto 30rem;
  }
  .wide {
    grid-column: 1 / -1;
  }
  /* In the column of a page there is no room for the picture beside the step. */
  @container lesson (max-width: 1079px) {
    .guest .stage {
      grid-template-columns: minmax(0, 1fr);
      min-height: 0;
    }
    .guest .picture {
      position: static;
      justify-self: center;
      width: 100%;
      max-width: 46rem;
    }
    .guest bp-network {
      min-height: 0;
    }
    /* Where not all fits, the step comes before its picture. */
    .guest.fixed .picture {
      order: 1;
      border: 0;
    }
  }
  @container lesson (max-width: 799px) {
    .bar {
      flex-wrap: nowrap;
      padding-block: 0.35rem;
      overflow-x: auto;
    }
    .tools {
      flex-wrap: nowrap;
      flex: none;
    }
    .stage {
      --_above: min(46vh, 30rem);
      --_below: 9rem;
      display: block;
      padding-top: 0;
      min-height: var(--bp-stage-height, 0px);
    }
    .fixed .stage {
      display: grid;
      align-content: start;
    }
    .picture {
      top: 0;
      z-index: 1;
      margin-inline: -1rem;
      padding: 0.5rem 1rem;
      background: var(--_paper);
      border-bottom: 1px solid var(--_line);
    }
    .picture h2 {
      display: none;
    }
    bp-network {
      min-height: 0;
    }
    bp-network:not(:defined) {
      min-height: 12rem;
    }
    .step {
      margin-top: 0.75rem;
    }
    .tables {
      grid-template-columns: minmax(0, 1fr);
    }
    .tables > .card {
      padding: 1rem;
    }
  }
  @container lesson (max-width: 559px) {
    /* The title, and as many rows of controls as they need: nothing waits out of sight. */
    .bar {
      flex-wrap: wrap;
      gap: 0.35rem;
      overflow-x: visible;
    }
    .tools {
      display: contents;
    }
    .guest .stage {
      padding-inline: 0.5rem;
    }
    .guest .picture {
      margin-inline: 0;
      padding-inline: 0;
    }
    .tool {
      min-height: 40px;
      padding-inline: 0.6em;
    }
    .banner {
      padding: 0.5rem 0.6rem;
      gap: 0.4rem;
    }
    .banner button {
      padding-inline: 0.55em;
      font-size: 0.93em;
    }
  }
  @media print {
    .tools,
    .controls,
    .banner button {
      display: none;
    }
    .picture,
    .controls {
      position: static;
    }
    .stage {
      min-height: 0;
    }
    .tables > .card {
      content-visibility: visible;
    }
    .tables > .card:not(.wide) {
      break-inside: avoid;
    }
  }
`;
