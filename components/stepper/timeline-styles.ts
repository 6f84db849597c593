import { css } from 'lit';

export const timelineStyles = css`
  :host {
    container: timeline / inline-size;
    --cell: calc(100cqi / var(--count, 40));
  }
  .slider {
    position: relative;
    padding-block: 2px;
    border-radius: 6px;
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
    -webkit-tap-highlight-color: transparent;
  }
  .slider:focus-visible {
    outline: 2px solid var(--_upstream);
    outline-offset: 3px;
  }
  .current {
    display: none;
    justify-content: space-between;
    gap: 1em;
    font-size: var(--_label);
    line-height: 18px;
    white-space: nowrap;
  }
  .current span:first-child {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .count {
    color: var(--_soft);
  }
  .runs {
    display: flex;
    gap: clamp(3px, 1cqi, 10px);
  }
  .run {
    flex: 1 1 0;
    min-width: 0;
  }
  .phase {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--_label);
    line-height: 18px;
    color: var(--_soft);
  }
  .here .phase {
    color: var(--_ink);
    font-weight: 600;
  }
  .marks {
    display: flex;
    align-items: center;
    height: 22px;
  }
  /* Time steps stand apart, as far as there is room. */
  .group {
    display: flex;
    align-items: center;
    flex: 1 1 0;
    min-width: 0;
    margin-inline-end: clamp(0px, calc(var(--cell) - 3px), 5px);
  }
  .group:last-child {
    margin-inline-end: 0;
  }
  .mark {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    height: 12px;
    /* The gaps are the first to go where a long lesson leaves no room. */
    margin-inline-end: clamp(0px, calc(var(--cell) - 3.5px), 2px);
    border: 1px solid var(--_edge);
    /* Marks by the hundred are a band. */
    border-inline-width: clamp(0px, calc(var(--cell) - 2.5px), 1px);
    border-radius: clamp(0px, calc(var(--cell) - 4px), 3px);
    background: var(--_card);
  }
  .past {
    background: var(--_soft);
    border-color: var(--_soft);
  }
  .now::after {
    content: '';
    position: absolute;
    z-index: 1;
    inset-block: -5px;
    left: 50%;
    width: max(calc(100% + 4px), 10px);
    translate: -50%;
    border: 2px solid var(--_paper);
    outline: 2px solid var(--_ink);
    border-radius: 4px;
    background: var(--_ink);
  }
  .tip {
    position: absolute;
    z-index: 2;
    bottom: calc(100% - 5px);
    left: 0;
    padding: 3px 8px;
    border-radius: 6px;
    background: var(--_ink);
    color: var(--_paper);
    font-size: var(--_control);
    line-height: 1.4;
    white-space: nowrap;
    pointer-events: none;
  }
  @container timeline (width < 440px) {
    .current {
      display: flex;
    }
    .phase,
    .tip {
      display: none;
    }
    .slider {
      padding-bottom: 4px;
    }
    .runs {
      gap: 4px;
    }
  }
  @media (forced-colors: active) {
    .past {
      background: CanvasText;
    }
    .now::after {
      background: Highlight;
    }
  }
`;
