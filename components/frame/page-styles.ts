import { css } from 'lit';

/** The lesson is all there is. Until it is open the page keeps the height that its frame was given. */
export const pageStyles = css`
  body {
    display: flow-root;
    min-height: 100vh;
    margin: 0;
  }
  body.open {
    min-height: 0;
  }
  .complaints {
    margin: 0;
    padding: 0.75rem 1rem;
    font:
      15px / 1.45 system-ui,
      sans-serif;
    overflow-wrap: anywhere;
  }
`;
