import { expect, test } from 'vitest';
import { colours } from '../../components/styles/tokens.js';
import { contrast } from './contrast.js';

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
