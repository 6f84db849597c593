import { css } from 'lit';

export const stepperStyles = css`
  :host {
    container: stepper / inline-size;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-width: 40px;
    min-height: 40px;
    padding: 0.3em 0.6em;
  }
  button[aria-disabled='true'] {
    color: var(--_soft);
    border-color: var(--_line);
    cursor: default;
  }
  .primary {
    padding-inline: 1em;
    font-weight: 600;
  }
  .primary[aria-disabled='true'] {
    background: none;
    border-color: var(--_line);
    color: var(--_soft);
  }
  .primary:hover:not([aria-disabled='true']) {
    background: color-mix(in srgb, var(--_ink) 86%, var(--_paper));
  }
  kbd {
    font: 400 var(--_label) / 1 var(--_sans);
    color: color-mix(in srgb, currentColor 72%, transparent);
  }
  [aria-disabled='true'] kbd {
    visibility: hidden;
  }
  .labels {
    display: inline-grid;
  }
  .label {
    grid-area: 1 / 1;
    white-space: nowrap;
  }
  .primary .label {
    text-align: start;
  }
  .other {
    visibility: hidden;
  }
  select {
    min-height: 40px;
    border-radius: 8px;
    cursor: pointer;
  }
  .icon {
    flex: none;
    fill: currentColor;
  }
  bp-timeline {
    flex: 1 1 320px;
    margin-inline: 8px;
  }
  .more {
    display: none;
  }
  bp-iteration {
    margin-inline-start: 10px;
  }

  @container stepper (width < 1300px) {
    bp-timeline {
      order: 1;
      flex-basis: 100%;
      margin: 0;
    }
    bp-iteration {
      margin-inline-start: auto;
    }
  }

  @container stepper (width < 900px) {
    bp-timeline {
      flex-basis: 360px;
    }
    bp-iteration {
      order: 1;
      margin-inline-start: 14px;
    }
  }

  @container stepper (width < 660px) {
    .controls {
      display: grid;
      grid-template-columns: repeat(4, auto) minmax(0, 1fr);
      gap: 6px 8px;
    }
    .play .labels,
    .primary kbd {
      display: none;
    }
    button,
    select {
      min-width: 44px;
      min-height: 44px;
    }
    .back {
      grid-area: 1 / 1;
    }
    .primary {
      grid-area: 1 / 2 / auto / 6;
      min-width: 0;
      margin-inline-end: 104px;
    }
    .primary .label {
      text-align: center;
    }
    .play,
    .more {
      display: inline-flex;
      grid-area: 1 / 5;
      justify-self: end;
    }
    .play {
      margin-inline-end: 52px;
    }
    bp-timeline {
      grid-area: 2 / 1 / auto / 6;
      margin: 0;
    }
    .extra {
      display: none;
    }
    .open .extra {
      display: inline-flex;
      order: 2;
    }
    .open bp-iteration {
      display: block;
      grid-column: 1 / -1;
      margin: 0;
    }
  }

  @media (pointer: coarse) {
    button,
    select {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
