import { css } from 'lit';

export const offerStyles = css`
  :host {
    margin-top: 0.9rem;
  }
  .offers {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .offers.waits {
    visibility: hidden;
  }
  .offers button {
    min-height: 32px;
    padding: 0.25em 0.75em;
    font-size: calc(var(--_control) * 0.94);
    text-align: start;
  }
  @media (pointer: coarse) {
    .offers button:not(.link) {
      min-height: 40px;
    }
  }
  button[aria-expanded='true'] {
    border-color: var(--_ink);
    background: var(--_paper);
  }
  bp-copy {
    margin-inline-start: auto;
    padding-inline: 0.25rem;
  }
  .panel {
    margin-top: 0.75rem;
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--_line);
    border-radius: 8px;
    background: var(--_paper);
  }
`;
