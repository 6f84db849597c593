import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { afterAll, expect, inject } from 'vitest';
import { chromiumLaunch, findChromium } from '../tools/find-browser.js';

/** What a test may ask of the page. Anything else of Playwright's context options goes too. */
export interface PageOptions extends Omit<BrowserContextOptions, 'viewport'> {
  readonly width?: number;
  readonly height?: number;
  /** Another site than the built tutor: the address of its folder, ending in a slash. */
  readonly site?: string;
  /** The path below the site's own folder, and the hash: `index.html`, `#mazur/backward/w5`. */
  readonly path?: string;
  readonly hash?: string;
  /** How far to wait, as for Playwright's `goto`. Default: the load event. */
  readonly until?: 'commit' | 'domcontentloaded' | 'load';
  /** What to do before the page is opened: hold back requests, add scripts. */
  readonly before?: (page: Page) => Promise<unknown>;
}

/** A page of the built site, and what it complained about. */
export interface OpenPage {
  readonly page: Page;
  /** Console errors and warnings (a failed request is one), uncaught errors and policy violations so far. */
  readonly noises: readonly string[];
  /** Fail if the page complained about anything. */
  readonly expectQuiet: () => Promise<void>;
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Open the built page in Chromium. Every page gets its own context: nothing is remembered from another test. */
export async function openPage(options: PageOptions = {}): Promise<OpenPage> {
  const { width = 1440, height = 900, site, path = '', hash = '', until = 'load', before, ...contextOptions } = options;
  browser ??= launch();
  const context = await (await browser).newContext({ viewport: { width, height }, ...contextOptions });
  const page = await context.newPage();
  const noises: string[] = [];
  await listen(page, noises);
  await before?.(page);
  await page.goto((site ?? inject('siteUrl')) + path + hash, { waitUntil: until });
  return {
    page,
    noises,
    async expectQuiet() {
      // Rejections and violations arrive in a task of their own.
      await page.waitForTimeout(0);
      expect(noises, 'errors, warnings or violations in the page').toEqual([]);
    },
    close: () => context.close(),
  };
}

async function launch(): Promise<Browser> {
  const path = findChromium();
  if (!path) throw new Error('No Chromium found: set CHROME_PATH, or run `npx playwright install chromium`.');
  const { args, ...rest } = chromiumLaunch(path);
  return chromium.launch({ ...rest, args: [...args] });
}

async function listen(page: Page, noises: string[]): Promise<void> {
  page.on('console', (message) => {
    const type = message.type();
    if (type === 'error' || type === 'warning') {
      noises.push(`console ${type}: ${message.text()} (${message.location().url})`);
    }
  });
  // Playwright reports unhandled rejections as page errors too.
  page.on('pageerror', (error) => noises.push(`uncaught: ${error.message}`));
  await page.exposeFunction('reportViolation', (text: string) => noises.push(`policy violation: ${text}`));
  await page.addInitScript(() => {
    const { reportViolation } = globalThis as unknown as { reportViolation: (text: string) => Promise<number> };
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sample, sourceFile, lineNumber }) =>
        void reportViolation(`${violatedDirective} ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`),
      true,
    );
  });
}
