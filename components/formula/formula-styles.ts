import { css } from 'lit';

/** Roles carry a colour and a second mark: double, dashed or dotted underline. */
export const formulaStyles = css`
  :host {
    display: inline;
    font: inherit;
    line-height: inherit;
    color: inherit;
    position: relative;
  }
  :host([display]) {
    display: block;
  }
  :host([display]) .scroll {
    display: block;
    overflow: auto hidden;
    scrollbar-width: thin;
    /* Room for what surrounds a highlighted term. */
    padding: 0.2em 3px;
    margin-inline: -3px;
  }
  .katex {
    font-size: 1.1em;
  }
  :host([display]) .katex-base {
    margin-block: 0.12em;
  }
  .enclosing {
    display: inline-block;
    border-radius: 3px;
  }
  [data-ref] {
    cursor: pointer;
  }
  .lit,
  [data-ref]:not(:has([data-ref]:hover)):hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
    box-shadow: 0 0 0 0.12em color-mix(in srgb, currentColor 14%, transparent);
  }
  .lit {
    outline: 1.5px solid currentColor;
    outline-offset: 1px;
  }
  .bp-upstream {
    color: var(--_upstream);
  }
  .bp-local {
    color: var(--_local);
  }
  .bp-input {
    color: var(--_input);
  }
  .bp-loss {
    color: var(--_loss);
  }
  .bp-upstream,
  .bp-local,
  .bp-input {
    padding-bottom: 0.14em;
    border-bottom: 0 solid;
    border-radius: 0;
  }
  .bp-upstream {
    border-bottom: 3px double;
  }
  .bp-local {
    border-bottom: 2px dashed;
  }
  .bp-input {
    border-bottom: 2px dotted;
  }
  /* The role's name, where the formula is made of roles and has a line to itself; room for it is kept below. */
  :host([display]) .bp-role {
    position: relative;
    min-width: calc(var(--_label) * 4.3);
    margin-bottom: 0.85em;
    text-align: center;
  }
  :host([display]) .bp-role::after {
    content: attr(data-role) / '';
    position: absolute;
    inset: calc(100% + 3px) -1em auto;
    font: 400 calc(var(--_label) * 0.92) / 1.2 var(--_sans);
    letter-spacing: 0;
    text-align: center;
    white-space: nowrap;
  }
  [data-provisional] {
    border-bottom: 1px dotted var(--_edge);
  }
  [data-changed] {
    background: var(--_loss-wash);
  }
  [data-changed]::after {
    content: '▴' / '';
    font: 0.55em var(--_sans);
    vertical-align: super;
    color: var(--_loss);
  }
  /* Each term's button is out of sight until it has the focus. It is placed against the host, so nothing clips it. */
  .terms button {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .terms button:focus {
    z-index: 3;
    inset: 100% auto auto 0;
    width: max-content;
    height: auto;
    max-width: 90cqi;
    padding: 0.3em 0.7em;
    border: 1px solid var(--_edge);
    clip-path: none;
    white-space: normal;
    text-align: start;
    font: 400 var(--_label) / 1.3 var(--_sans);
    box-shadow: 0 4px 16px rgb(0 0 0 / 14%);
  }
  @media print {
    .terms {
      display: none;
    }
  }
`;
