import { css } from 'lit';

export const followStyles = css`
  :host {
    background: var(--_paper);
  }
  /* Before anything connects. */
  .ask {
    display: grid;
    align-content: center;
    min-height: 100dvh;
  }
  main {
    width: min(34rem, 100% - 24px);
    margin: 0 auto;
    padding: clamp(18px, 4vw, 32px);
  }
  main p,
  main ul {
    margin: 0;
    font-size: var(--_body);
    line-height: 1.55;
    overflow-wrap: anywhere;
  }
  main ul {
    margin-top: 0.6em;
    padding-left: 1.2em;
  }
  main h1 {
    margin: 0 0 0.5em;
    font: 400 var(--_question) / 1.3 var(--_serif);
    overflow-wrap: anywhere;
  }
  main .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    margin-top: 1.4em;
    font-size: var(--_control);
  }
  bp-lesson {
    /* Controls and bar stand at the bottom of the window, whatever the step needs. */
    --bp-stage-height: calc(100dvh - 7rem - var(--_bar, 3rem));
    min-height: calc(100dvh - var(--_bar, 3rem));
  }
  bp-lesson::part(controls) {
    bottom: var(--_bar, 3rem);
  }
  h1[slot] {
    margin: 0;
    font: 600 var(--_control) / 1.4 var(--_sans);
  }
  .bar {
    position: sticky;
    bottom: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.4rem 1rem;
    min-height: 3rem;
    padding: 0.4rem clamp(1rem, 3vw, 3rem);
    background: var(--_card);
    border-top: 1px solid var(--_line);
  }
  .bar p {
    flex: 1 1 10rem;
    display: flex;
    gap: 0.6em;
    margin: 0;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  /* It takes the focus of a button that went away; nothing is to be pressed there. */
  .bar p:focus {
    outline: none;
  }
  .mark {
    flex: none;
    width: 0.7em;
    height: 0.7em;
    margin-top: 0.36em;
    border: 2px solid var(--_edge);
    border-radius: 50%;
  }
  .mark.on {
    border-color: var(--_input);
    background: var(--_input);
  }
  .mark.away {
    border-color: var(--_local);
    background: linear-gradient(90deg, var(--_local) 50%, transparent 50%);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
  @media print {
    .bar {
      display: none;
    }
  }
`;
