import { css, unsafeCSS } from 'lit';

/** The palette: light, dark. A test computes every contrast from here. `line` is for decoration only. */
export const colours = {
  paper: ['#fbfaf6', '#14161a'],
  card: ['#ffffff', '#1b1e24'],
  ink: ['#1d1c1a', '#ece9e2'],
  soft: ['#6a655c', '#a19c91'],
  line: ['#e4dfd4', '#2e323a'],
  /** Edges, timeline marks and control borders: at least 3:1 on paper and card. */
  edge: ['#8b8578', '#7a7568'],
  upstream: ['#1f5fd0', '#7fb0ff'],
  local: ['#9a5b00', '#f2b45a'],
  input: ['#1c7a4a', '#6fd39d'],
  loss: ['#b3261e', '#ff8a80'],
  /** Backgrounds behind a factor; text on them is in the role's colour. */
  'upstream-wash': ['#e9f0fd', '#1c2942'],
  'local-wash': ['#fcf0de', '#3a2a14'],
  'input-wash': ['#e4f4ea', '#16302a'],
  'loss-wash': ['#fdeceb', '#3d1f1e'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

const declarations = Object.entries(colours)
  .map(([name, [light, dark]]) => `--_${name}: var(--bp-${name}, light-dark(${light}, ${dark}));`)
  .join('\n');

/**
 * The design tokens. A page may set any `--bp-*` property; elements read the private `--_*` ones, so
 * each also stands alone. Inherited text styles of a host page are reset.
 */
export const tokens = css`
  :host {
    ${unsafeCSS(declarations)}
    --_serif: var(--bp-serif, 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Source Serif 4', 'Noto Serif', Georgia, serif);
    --_sans: var(--bp-sans, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif);
    --_scale: var(--bp-scale, 1);
    --_body: calc(17px * var(--_scale));
    --_question: calc(27px * var(--_scale));
    --_formula: calc(19px * var(--_scale));
    --_result: calc(22px * var(--_scale));
    --_control: calc(14.5px * var(--_scale));
    --_label: calc(12.5px * var(--_scale));
    --_radius: 10px;
    display: block;
    box-sizing: border-box;
    color: var(--_ink);
    font: 400 var(--_control) / 1.45 var(--_sans);
    font-variant-numeric: tabular-nums;
    letter-spacing: normal;
    text-align: start;
    text-transform: none;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
`;
