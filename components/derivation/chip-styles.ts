import { css } from 'lit';

/** Factors as numbers: a box in its role's colours, with the role's second mark under the number. */
export const chipStyles = css`
  .factors,
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    row-gap: 0.6rem;
  }
  .joined {
    display: inline-flex;
  }
  .share,
  .answer {
    white-space: nowrap;
  }
  .slot {
    display: inline-flex;
    border-radius: 8px;
  }
  .chip {
    display: inline-flex;
    flex-direction: column;
    align-items: center;
    width: min-content;
    min-width: 6.8rem;
    min-height: 0;
    padding: calc(0.45rem - 1px) calc(0.5rem - 1px) 0.45rem;
    border: 2px solid transparent;
    border-radius: 8px;
    font: inherit;
    color: var(--_ink);
  }
  .value {
    font: 400 calc(var(--_formula) * 0.9) / 1.35 var(--_digits);
    padding-bottom: 1px;
  }
  .label {
    margin-top: 0.3rem;
    font: 400 var(--_label) / 1.25 var(--_sans);
    color: var(--_ink);
    text-wrap: balance;
  }
  .chip.upstream {
    background: var(--_upstream-wash);
  }
  .chip.local {
    background: var(--_local-wash);
  }
  .chip.input {
    background: var(--_input-wash);
  }
  .upstream .value {
    color: var(--_upstream);
    border-bottom: 3px double;
  }
  .local .value {
    color: var(--_local);
    border-bottom: 2px dashed;
    margin-bottom: 1px;
  }
  .input .value {
    color: var(--_input);
    border-bottom: 2px dotted;
    margin-bottom: 1px;
  }
  .chip.upstream:hover,
  .chip.upstream.lit {
    border-color: var(--_upstream);
  }
  .chip.local:hover,
  .chip.local.lit {
    border-color: var(--_local);
  }
  .chip.input:hover,
  .chip.input.lit {
    border-color: var(--_input);
  }
  .sign,
  .share,
  .answer {
    /* The number's line inside a chip, so that signs and results stand level with it. */
    padding-block: calc(0.45rem + 1px) 0;
    font: 400 calc(var(--_formula) * 0.9) / 1.35 var(--_digits);
  }
  .share .sign,
  .answer .sign {
    padding-block: 0;
    font: inherit;
  }
  .sign {
    padding-inline: 0.3em;
    color: var(--_soft);
  }
  .share button {
    font: inherit;
  }
  strong {
    font: 600 calc(var(--_result) * 0.96) / 1.1 var(--_digits);
  }
`;
