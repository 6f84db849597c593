import { expect, test } from 'vitest';
import '../../components/bp-check.js';
import { goTo, withConvention } from '../../src/index.js';
import { host, type Host } from './tables-host.js';

type Check = Host<HTMLElementTagNameMap['bp-check']>;

function numbers({ root }: Check): Record<string, string> {
  const found: Record<string, string> = {};
  for (const each of root.querySelectorAll<HTMLElement>('[data-check]'))
    found[each.dataset.check!] = each.textContent.trim();
  return found;
}
const verdict = ({ root }: Check) => root.querySelector('.verdict')?.textContent ?? '';

async function checked(ref: string, offer: string, ...conventions: readonly [string, string][]): Promise<Check> {
  const check = await host('bp-check', (state) =>
    conventions.reduce((current, [id, choice]) => withConvention(current, id, choice), goTo(state, ref)),
  );
  check.button(offer).click();
  await check.element.updateComplete;
  return check;
}

test('a gradient is checked by nudging its parameter', async () => {
  const check = await checked('backward/w5', 'Check by nudging w₅');
  const { h, numeric, ours, plus, minus } = numbers(check);
  expect(h).toBe('0.00001');
  expect(ours).toBe('0.0821670406');
  expect(numeric).toMatch(/^0\.08216704/);
  expect([plus, minus]).toEqual([
    expect.stringMatching(/^0\.29837193\d{7}$/),
    expect.stringMatching(/^0\.29837028\d{7}$/),
  ]);
  expect(verdict(check)).toMatch(/agree to about (8|9|1\d) digits/);
  expect(check.said).toEqual([]);
  await check.expectAccessible();
});

test('with 60 digits it agrees much further', async () => {
  const check = await checked('backward/w5', 'Check by nudging w₅');
  check.button('Again with 60 digits').click();
  await check.until(() => numbers(check).h === '1 × 10⁻²⁰');
  expect(numbers(check).ours).toBe('0.0821670405642307788464190335541');
  expect(Number(/about (\d+) digits/.exec(verdict(check))?.[1])).toBeGreaterThanOrEqual(18);
  await check.expectNarrow();
  check.button('Back to ordinary precision').click();
  await check.element.updateComplete;
  expect(numbers(check).h).toBe('0.00001');
});

test('in the superseded order hidden gradients fail the check, and it says why', async () => {
  const check = await checked('backward/w1', 'Check by nudging w₁', ['update-order', 'updated']);
  expect(verdict(check)).toContain('already updated');
  const output = await checked('backward/w5', 'Check by nudging w₅', ['update-order', 'updated']);
  expect(verdict(output)).toContain('agree');
});

test('intermediate variables, paths and local derivatives can be checked too', async () => {
  expect(verdict(await checked('backward/out_h1', 'Check by nudging out_h1'))).toContain('agree');
  expect(verdict(await checked('backward/out_h1/net_o1', 'Check by nudging out_h1'))).toContain('agree');
  expect(verdict(await checked('local/net_o1/w5', 'Check by nudging w₅'))).toContain('agree');
});

test('it closes at the next step', async () => {
  const check = await checked('backward/w5', 'Check by nudging w₅');
  await check.set((state) => goTo(state, 'backward/w6'));
  await check.element.updateComplete;
  expect(numbers(check)).toEqual({});
  expect(check.button('Check by nudging w₆').getAttribute('aria-expanded')).toBe('false');
});

test('steps that are no slope say why, and an update leads to its gradient', async () => {
  const forward = await host('bp-check', (state) => goTo(state, 'forward/net_h1'));
  expect(forward.root.textContent).toContain('this step computes a value');
  const update = await host('bp-check', (state) => goTo(state, 'update/w5'));
  update.button('the gradient it uses').click();
  expect(update.said).toEqual(['bp-step backward/w5']);
});
