import type { Page } from 'playwright';

const updates = 10_000;
const resets = 100;

/**
 * Prints how steady frames are while the open page trains with its curve in sight, and how much memory stays after many
 * resets (a number edited, trained, taken back). The page shows a lesson with all its parts.
 */
export async function benchTraining(page: Page): Promise<void> {
  const curve = page.locator('bp-loss-curve');
  await curve.scrollIntoViewIfNeeded();
  await curve.getByRole('button', { name: '10', exact: true }).click();
  await page.locator('bp-curve-plot').waitFor();
  for (const each of [updates, 100 * updates]) {
    const { intervals, milliseconds } = await trainWatched(page, each);
    const sorted = [...intervals].sort((a, b) => a - b);
    const share = intervals.filter((interval) => interval < 1.5 * (1000 / 60)).length / intervals.length;
    console.log(
      `training ${each.toLocaleString('en')} updates in sight: ${milliseconds.toFixed(0)} ms, ${intervals.length} frames, ` +
        `median ${sorted[intervals.length >> 1]!.toFixed(1)} ms apart, worst ${sorted.at(-1)!.toFixed(1)} ms, ` +
        `${(100 * share).toFixed(0)}% within a frame and a half (aim: 60 frames a second)`,
    );
  }
  const heap = await resetOften(page);
  const [first, last] = [heap[0]!, heap.at(-1)!];
  console.log(
    `memory after ${resets} resets: ${megabytes(last)} against ${megabytes(first)} after 10, ${(last / first).toFixed(3)}× ` +
      `(${heap.map(megabytes).join(', ')}; aim: flat)`,
  );
}

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(2)} MB`;

/** Type a number of updates, train, and note when frames came until training ends. */
async function trainWatched(page: Page, count: number): Promise<{ intervals: number[]; milliseconds: number }> {
  const field = page.locator('bp-loss-curve input[name=updates]');
  await field.fill(String(count));
  await page.evaluate(() => {
    const times: number[] = [];
    const watch = (time: number): void => {
      times.push(time);
      requestAnimationFrame(watch);
    };
    requestAnimationFrame(watch);
    (globalThis as unknown as { frames: number[] }).frames = times;
  });
  await page.waitForTimeout(300);
  const start = await page.evaluate(() => performance.now());
  await field.press('Enter');
  await page
    .locator('bp-loss-curve progress')
    .waitFor({ state: 'attached', timeout: 200 })
    .catch(() => undefined);
  await page.locator('bp-loss-curve progress').waitFor({ state: 'detached', timeout: 60_000 });
  const { frames, end } = await page.evaluate(() => ({
    frames: (globalThis as unknown as { frames: number[] }).frames,
    end: performance.now(),
  }));
  // A few frames after the end belong to it: the last, longest curve is drawn there.
  const during = frames.filter((time) => time >= start && time <= end + 100);
  return { intervals: during.slice(1).map((time, i) => time - during[i]!), milliseconds: end - start };
}

/** Edit a number, train, undo, over and over; the heap after the garbage is collected, after every tenth time. */
async function resetOften(page: Page): Promise<number[]> {
  const cdp = await page.context().newCDPSession(page);
  const heap: number[] = [];
  for (let reset = 1; reset <= resets; reset++) {
    await page.evaluate(async (value) => {
      const find = (root: Document | ShadowRoot, name: string): Element | undefined => {
        for (const each of root.querySelectorAll('*')) {
          if (each.localName === name) return each;
          const inside = each.shadowRoot && find(each.shadowRoot, name);
          if (inside) return inside;
        }
        return undefined;
      };
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      const curve = find(document, 'bp-loss-curve')!;
      const event = new Event('bp-value', { bubbles: true, composed: true });
      curve.dispatchEvent(Object.assign(event, { name: 'w5', text: `0.${value}` }));
      await frame();
      const buttons = [...curve.shadowRoot!.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent.trim() === '1,000')!.click();
      await frame();
      while (curve.shadowRoot!.querySelector('progress')) await frame();
      const lesson = find(document, 'bp-lesson') as Element & { sheet: { model: { undo(): boolean } } };
      lesson.sheet.model.undo();
      await frame();
    }, 100 + reset);
    if (reset % 10) continue;
    await page.waitForTimeout(300);
    await cdp.send('HeapProfiler.collectGarbage');
    heap.push((await cdp.send('Runtime.getHeapUsage')).usedSize);
  }
  return heap;
}
