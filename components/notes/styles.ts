import { css } from 'lit';

export const notesStyles = css`
  :host {
    display: block;
    min-height: 100dvh;
    padding: 0.75rem clamp(0.75rem, 2vw, 1.5rem) 1.5rem;
    background: var(--_paper);
    outline: none;
  }
  :host([here]) {
    min-height: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 1rem;
    padding-bottom: 0.5rem;
    border-bottom: 1px solid var(--_line);
  }
  .head p {
    margin: 0;
  }
  .time {
    font-size: calc(1.5 * var(--_control));
  }
  .head .label,
  h2 {
    display: block;
    color: var(--_soft);
    font: 400 var(--_label) / 1.4 var(--_sans);
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .head .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin-inline-start: auto;
  }
  .head button {
    padding-inline: 0.55em;
    font-size: calc(0.93 * var(--_control));
  }
  .warning {
    color: var(--_loss);
  }
  progress {
    display: block;
    width: 100%;
    height: 6px;
    margin: 0.5rem 0 0.6rem;
    accent-color: var(--_edge);
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    gap: 1rem clamp(1rem, 2.5vw, 2rem);
    align-items: start;
  }
  .column {
    display: grid;
    gap: 1rem;
    min-width: 0;
  }
  section {
    min-width: 0;
  }
  .frame {
    margin-top: 0.3rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_card);
    overflow: auto;
  }
  .now .frame {
    border-color: var(--_edge);
  }
  .frame bp-derivation,
  bp-lesson::part(step) {
    --bp-scale: 0.78;
    border: 0;
  }
  .frame bp-lesson::part(stage) {
    padding: 0;
    min-height: 0;
  }
  bp-lesson::part(lesson) {
    border: 0;
  }
  bp-lesson::part(offers),
  bp-lesson::part(views),
  bp-derivation::part(offers),
  bp-derivation::part(views) {
    display: none;
  }
  .hidden {
    margin: 0.4rem 0 0;
    color: var(--_soft);
  }
  .pause {
    margin: 0;
    padding: 1rem 1.25rem;
    font: 400 var(--_question) / 1.35 var(--_serif);
  }
  .own {
    font: 400 calc(1.1 * var(--_body)) / 1.5 var(--_serif);
  }
  .own .none {
    margin: 0.3rem 0;
    color: var(--_soft);
    font: inherit;
  }
  summary {
    cursor: pointer;
  }
  label {
    display: block;
    color: var(--_soft);
    font-size: var(--_label);
  }
  select {
    display: block;
    width: 100%;
    min-height: 36px;
    margin-top: 0.25rem;
    color: var(--_ink);
  }
  ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 0.25rem;
    max-height: 15rem;
    margin: 0.5rem 0 0;
    padding: 3px;
    overflow: auto;
    list-style: none;
  }
  ol button {
    width: 100%;
    min-height: 30px;
    padding: 0.1em 0.5em;
    text-align: start;
    overflow-wrap: anywhere;
  }
  ol [aria-current='step'] {
    border-color: var(--_ink);
    background: var(--_line);
    font-weight: 600;
  }
  @media (max-width: 719px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .head .buttons {
      margin: 0;
    }
  }
`;
