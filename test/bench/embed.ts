import { chromium, type Browser } from 'playwright';
import { preview } from 'vite';
import { chromiumLaunch, findChromium } from '../tools/find-browser.js';

const visits = 5;

/**
 * A lesson in a page of notes: from the moment its script starts until the first step can be read, at 1× and 4× CPU
 * throttling; and the same for the last of twenty lessons on a page. Of the site as it was last built.
 */
export async function benchEmbed(): Promise<void> {
  const path = findChromium();
  if (!path) return console.log('lessons in a page of notes: not measured, no Chromium was found (set CHROME_PATH)');
  const server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } });
  const { args, ...launch } = chromiumLaunch(path);
  const browser = await chromium.launch({ ...launch, args: [...args] });
  try {
    const url = server.resolvedUrls!.local[0]!;
    for (const rate of [1, 4]) {
      const times: number[] = [];
      for (let i = 0; i < visits; i++) times.push(await firstStep(browser, url, rate, 1));
      console.log(
        `a lesson in a page of notes at ${rate}×: ${median(times)} ms from the start of its script to the first readable step, median of ${visits} visits`,
      );
    }
    const twenty = await firstStep(browser, url, 1, 20);
    console.log(
      `twenty lessons, each scrolled to in turn, at 1×: ${twenty.toFixed(0)} ms until the last one can be read`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

async function firstStep(browser: Browser, url: string, rate: number, count: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
  // The runner of this script names inner functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (each) => each');
  const body = `<!doctype html><title>Notes</title><link rel="icon" href="data:,">
    <script type="module">performance.mark('start'); import(new URL('backprop-tutor.js', location.href));</script>
    ${'<bp-lesson lesson="mazur" at="backward/w5"></bp-lesson>'.repeat(count)}`;
  await page.route('**/notes.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
  await page.goto(`${url}notes.html`);
  const time = await page.evaluate(async () => {
    const isReadable = (lesson: Element): boolean => {
      const derivation = lesson.shadowRoot?.querySelector('bp-derivation');
      const rows = derivation?.shadowRoot?.querySelector('bp-step-rows.current');
      return Boolean(rows?.shadowRoot?.querySelector('bp-formula')?.shadowRoot?.querySelector('.katex'));
    };
    for (const lesson of document.querySelectorAll('bp-lesson')) {
      lesson.scrollIntoView();
      while (!isReadable(lesson)) await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - performance.getEntriesByName('start')[0]!.startTime;
  });
  await page.close();
  return time;
}

const median = (values: readonly number[]): string => [...values].sort((a, b) => a - b)[values.length >> 1]!.toFixed(0);
