import { chromium, type Page } from 'playwright';
import { build, preview } from 'vite';
import { chromiumLaunch, findChromium } from '../tools/find-browser.js';

/** One step change: until the frame is painted, and how much of that the page was busy rather than waiting for the frame. */
interface StepChange {
  readonly painted: number;
  readonly busy: number;
}

const stepsMeasured = 30;

/** In Chromium, a step change from key press to painted frame, at 1× and 4× CPU throttling. */
export async function benchBrowser(): Promise<void> {
  const path = findChromium();
  if (!path) {
    console.log('step change in Chromium: not measured, no Chromium was found (set CHROME_PATH)');
    return;
  }
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const { args, ...launch } = chromiumLaunch(path);
  const browser = await chromium.launch({ ...launch, args: [...args] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The runner of this script names inner functions with a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (each) => each');
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.locator('bp-derivation').waitFor();
    await page.waitForTimeout(3000);
    await page.evaluate(listen);
    const cdp = await page.context().newCDPSession(page);
    for (const [rate, aim] of [[1, 'a 16.7 ms frame'], [4, '50 ms']] as const) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      await page.keyboard.press('Home');
      await page.waitForTimeout(1500);
      const changes = await walk(page);
      console.log(
        `step change in Chromium at ${rate}×: ${median(changes.map(({ painted }) => painted))} ms from key to painted frame, ` +
          `${median(changes.map(({ busy }) => busy))} ms of it busy, medians of ${changes.length} steps (aim: within ${aim})`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function walk(page: Page): Promise<readonly StepChange[]> {
  const changes: StepChange[] = [];
  for (let step = 0; step < stepsMeasured; step++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(700);
    changes.push(await page.evaluate(() => (globalThis as unknown as { lastChange: StepChange }).lastChange));
  }
  return changes;
}

/** In the page: note, for each key press, when its rendering was done and when its frame was painted. */
function listen(): void {
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const { port1, port2 } = new MessageChannel();
      let rendered = timeStamp;
      // Lit renders in a microtask, so the first message is handled after it.
      const renders = new MessageChannel();
      renders.port1.onmessage = () => {
        rendered = performance.now();
      };
      renders.port2.postMessage(null);
      requestAnimationFrame(() => {
        const frame = performance.now();
        // A message posted in a frame is handled after that frame's layout and paint.
        port1.onmessage = () => {
          const painted = performance.now();
          const busy = rendered - timeStamp + (painted - Math.max(frame, rendered));
          (globalThis as unknown as { lastChange: StepChange }).lastChange = { painted: painted - timeStamp, busy };
        };
        port2.postMessage(null);
      });
    },
    true,
  );
}

const median = (values: readonly number[]): string => [...values].sort((a, b) => a - b)[values.length >> 1]!.toFixed(1);
