import { css } from 'lit';

/** What every picture of a program has: a field over it, and how it is printed. */
export const pictureStyles = css`
  bp-edit-number {
    position: absolute;
    z-index: 1;
  }

  @media print {
    :host {
      color-scheme: light;
      --_ink: #000;
      --_soft: #333;
      --_edge: #555;
      --_paper: #fff;
      --_card: #fff;
    }
    .trails {
      animation: none;
    }
    .hint {
      display: none;
    }
    .scroll {
      overflow: visible;
    }
    svg {
      max-width: 100%;
      height: auto;
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
