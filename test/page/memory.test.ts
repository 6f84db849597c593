import { expect, test } from 'vitest';
import { openPage } from './open-page.js';

/** Edit a number, train and take the edit back, as a person does, so many times. */
const rounds = 12;

test('training again and again leaves no nodes behind', async () => {
  const { page, expectQuiet, close } = await openPage();
  await page.locator('bp-derivation').waitFor();
  const curve = page.locator('bp-loss-curve');
  await curve.scrollIntoViewIfNeeded();
  const cdp = await page.context().newCDPSession(page);
  const nodes: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    await page.evaluate((value) => {
      const find = (root: Document | ShadowRoot): Element | undefined => {
        for (const each of root.querySelectorAll('*')) {
          const inside = each.localName === 'bp-loss-curve' ? each : each.shadowRoot && find(each.shadowRoot);
          if (inside) return inside;
        }
        return undefined;
      };
      const event = new Event('bp-value', { bubbles: true, composed: true });
      find(document)!.dispatchEvent(Object.assign(event, { name: 'w5', text: `0.${value}` }));
    }, 100 + round);
    await curve.getByRole('button', { name: '1,000', exact: true }).click();
    await page.locator('bp-curve-plot path.line').waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await page.locator('bp-curve-plot').waitFor({ state: 'detached' });
    if (round % 4) continue;
    await page.waitForTimeout(300);
    await cdp.send('HeapProfiler.collectGarbage');
    nodes.push((await cdp.send('Memory.getDOMCounters')).nodes);
  }
  expect(nodes.at(-1)! / nodes[0]!, nodes.join(', ')).toBeLessThan(1.1);
  await expectQuiet();
  await close();
});
