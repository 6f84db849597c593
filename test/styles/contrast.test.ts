import { expect, test } from 'vitest';
import { colours } from '../../components/styles/tokens.js';

type Name = keyof typeof colours;

/** WCAG 2.2: text needs 4.5, what only has to be seen needs 3. */
const text: readonly (readonly [Name, readonly Name[]])[] = [
  ...(['ink', 'soft', 'upstream', 'local', 'input', 'loss'] as const).map((name) => [name, ['paper', 'card']] as const),
  ...(['upstream', 'local', 'input', 'loss'] as const).map((name) => [name, [`${name}-wash`]] as const),
  ['ink', ['upstream-wash', 'local-wash', 'input-wash', 'loss-wash']],
  // Buttons in reverse.
  ['paper', ['ink']],
];
const marks: readonly (readonly [Name, readonly Name[]])[] = [['edge', ['paper', 'card']]];

const cases = ([0, 1] as const).flatMap((theme) =>
  [...text.map((each) => [4.5, ...each] as const), ...marks.map((each) => [3, ...each] as const)].flatMap(
    ([least, front, backs]) =>
      backs.map((back) => ({ theme: ['light', 'dark'][theme], least, front, back, index: theme })),
  ),
);

test.each(cases)('$front on $back, $theme: at least $least : 1', ({ front, back, least, index }) => {
  expect(contrast(colours[front][index], colours[back][index])).toBeGreaterThanOrEqual(least);
});

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
