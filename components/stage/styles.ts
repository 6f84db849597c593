import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: contents;
  }
  dialog {
    position: fixed;
    inset: 0;
    width: 100vw;
    height: 100dvh;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    background: var(--_paper);
    color: var(--_ink);
    outline: none;
  }
  dialog::backdrop {
    background: var(--_paper);
  }
  .room {
    position: absolute;
    inset: 0 0 calc(2.6rem + 5.4vh);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: safe center;
    padding: 1rem clamp(1rem, 2vw, 2.5rem) 0;
    overflow: auto;
    outline: none;
  }
  .room.split {
    bottom: calc(2.6rem + min(42dvh, 24rem));
  }
  bp-lesson::part(lesson) {
    border: 0;
  }
  bp-lesson::part(stage) {
    display: flex;
    gap: 24px;
    align-items: start;
    min-height: 0;
    padding: 0;
  }
  bp-lesson::part(picture) {
    position: static;
    flex: none;
    width: var(--_picture-width);
    max-width: none;
    margin: 0;
    padding: 0;
    border: 0;
    order: 0;
  }
  bp-lesson::part(picture-title),
  bp-lesson::part(hint),
  bp-lesson::part(views),
  bp-lesson::part(offers) {
    display: none;
  }
  bp-lesson::part(network) {
    --bp-scale: var(--_picture-scale);
    min-height: 0;
  }
  bp-lesson::part(step) {
    flex: none;
    width: var(--_step-width);
    max-width: none;
    margin: 0;
    --bp-scale: var(--_step-scale);
  }
  .beside bp-lesson::part(stage) {
    align-items: center;
    justify-content: space-between;
  }
  .above bp-lesson::part(stage) {
    flex-direction: column;
    gap: 12px;
    align-items: center;
  }
  .diagram bp-lesson::part(stage) {
    justify-content: center;
  }
  .diagram bp-lesson::part(step),
  .derivation bp-lesson::part(picture) {
    display: none;
  }
  .ask {
    position: absolute;
    inset: auto 0 2.4rem;
    margin: 0;
    padding: 0.5rem 1rem;
    text-align: center;
    font: 400 clamp(22px, 3vh, 40px) / 1.3 var(--_serif);
    color: var(--_ink);
    pointer-events: none;
  }
  .pause {
    position: absolute;
    inset: 0 0 2.6rem;
    display: grid;
    place-items: center;
    padding: 2rem clamp(2rem, 10vw, 12rem);
    overflow: auto;
    background: var(--_paper);
    font: 400 clamp(26px, 5.2vh, 64px) / 1.4 var(--_serif);
    text-align: center;
    text-wrap: balance;
  }
  .pause p {
    margin: 0;
  }
  .said {
    position: absolute;
    inset: auto auto 3.75rem 50%;
    translate: -50% 0;
    max-width: 90vw;
    margin: 0;
    padding: 0.5rem 1rem;
    border: 1px solid var(--_edge);
    border-radius: 8px;
    background: var(--_card);
  }
  .curtain {
    position: absolute;
    inset: 0;
    background: #000;
    cursor: none;
  }
  .laser {
    position: fixed;
    inset: 0 auto auto 0;
    width: 22px;
    height: 22px;
    margin: -11px 0 0 -11px;
    border-radius: 50%;
    background: radial-gradient(circle, #fff 0 18%, #ff2a1f 34%, rgb(255 42 31 / 35%) 60%, transparent 72%);
    pointer-events: none;
  }
  .pointing {
    cursor: none;
  }
  .lead {
    position: absolute;
    inset: 1rem 1rem auto auto;
    width: min(30rem, calc(100vw - 2rem));
    max-height: calc(100dvh - 5rem);
    padding: 0.5rem;
    overflow: auto;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_card);
    box-shadow: 0 12px 40px rgb(0 0 0 / 18%);
  }
  .lead[hidden] {
    display: none;
  }
  .notes {
    position: absolute;
    inset: auto 0 2.4rem;
    height: min(42dvh, 24rem);
    border-top: 1px solid var(--_edge);
    overflow: auto;
    background: var(--_paper);
  }
`;
