import { expect, test } from 'vitest';
import '../../components/bp-published.js';
import { withConvention, withValue } from '../../src/index.js';
import { host, rowsOf, type Host } from './tables-host.js';

type Published = Host<HTMLElementTagNameMap['bp-published']>;

const summary = ({ root }: Published) => root.querySelector('.summary')?.textContent ?? '';
const ready = (published: Published) => published.until(() => /agree with ours/.test(summary(published)));
const row = ({ root }: Published, quantity: RegExp) => rowsOf(root).find(([name = '']) => quantity.test(name));

test('the five that differ are shown first, each with the difference and a reason', async () => {
  const published = await host('bp-published');
  await ready(published);
  const rows = rowsOf(published.root);
  expect(rows.map(([, printed]) => printed)).toEqual([
    '−0.019049119',
    '0.291027924',
    '0.0000351085',
    '0.015912196',
    '0.984065734',
  ]);
  expect(rows.map(([, , ours]) => ours)).toEqual([
    '−0.019049118258',
    '0.291027773694',
    '0.0000351018778',
    '0.015913620444',
    '0.984064273515',
  ]);
  expect(rows.map(([, , , difference]) => difference)).toEqual([
    '−7.4 × 10⁻¹⁰',
    '1.5 × 10⁻⁷',
    '6.6 × 10⁻⁹',
    '−0.0000014',
    '0.0000015',
  ]);
  for (const [, , , , verdict = ''] of rows) expect(verdict).toMatch(/^differs .{40,}/);
  expect(published.said).toEqual([]);
});

test('the others agree, to the last printed digit, and are one press away', async () => {
  const published = await host('bp-published');
  await ready(published);
  const all = published.scene.state.lesson.published.length;
  expect(summary(published)).toContain(`${all - 5} of ${all}`);
  published.button(/that agree$/).click();
  await published.element.updateComplete;
  const rows = rowsOf(published.root);
  expect(rows).toHaveLength(all);
  expect(rows.filter(([, , , , verdict]) => verdict === 'agrees')).toHaveLength(all - 5);
  await published.expectAccessible();
  await published.expectNarrow();
  await published.expectAccessible();
});

test('the switch reproduces the superseded totals, and back', async () => {
  const published = await host('bp-published');
  await ready(published);
  published.button('Switch on: already updated weights').click();
  await published.element.updateComplete;
  await ready(published);
  expect(published.said).toEqual(['bp-convention update-order updated']);
  const now = rowsOf(published.root).filter(([, , , , verdict = '']) => verdict.startsWith('agrees now'));
  expect(now.map(([, printed]) => printed)).toEqual(['0.291027924', '0.015912196', '0.984065734']);
  expect(now.map(([, , ours]) => ours)).toEqual(['0.291027923905', '0.015912196326', '0.984065734486']);
  // The loss after 10,000 updates in that order is another one again.
  expect(row(published, /10,000/)?.[2]).toMatch(/^0\.00003508478/);
  published.button('Switch back').click();
  await published.element.updateComplete;
  await ready(published);
  expect(published.said.slice(1)).toEqual(['bp-convention update-order old']);
  expect(rowsOf(published.root).map(([, , , , verdict = '']) => verdict.split(' ')[0])).toEqual(
    Array(5).fill('differs'),
  );
});

test('with other numbers it says that the source had its own, and keeps the rows', async () => {
  const published = await host('bp-published', (state) => withValue(state, 'w5', '0.41'));
  await ready(published);
  expect(published.root.textContent).toContain('The source used other numbers');
  expect(rowsOf(published.root)).toHaveLength(5);
  expect(row(published, /after one update/)?.[4]).toContain('You use other numbers');
});

test('under a convention that the source did not use, the reason is that', async () => {
  const published = await host('bp-published', (state) => withConvention(state, 'half', 'without-half'));
  await ready(published);
  expect(row(published, /after one update/)?.[4]).toContain('A convention is switched');
});

test('pressing a quantity asks for its step', async () => {
  const published = await host('bp-published');
  published.button(/E after one update/).click();
  expect(published.said).toEqual(['bp-step E_total@1']);
});

test('every number of ours carries its reference and is proven where that goes without asking', async () => {
  const published = await host('bp-published');
  await ready(published);
  const numbers = () => [...published.root.querySelectorAll('[data-number]')];
  expect(numbers().map((each) => each.getAttribute('data-number'))).toContain('E_total@10000');
  await published.until(
    () =>
      !numbers().some(
        (each) => /@[01]$/.test(each.getAttribute('data-number')!) && each.hasAttribute('data-provisional'),
      ),
  );
});
