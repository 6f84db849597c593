import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, expect, test, vi } from 'vitest';
import { integrityTags } from '../../components/export/integrity.js';
import { chromiumLaunch, findChromium } from '../tools/find-browser.js';

vi.setConfig({ testTimeout: 120_000 });

const site = mkdtempSync(join(tmpdir(), 'backprop-tutor-site-'));
mkdirSync(join(site, 'assets'));
const scripts: Readonly<Record<string, string>> = {
  'backprop-tutor.js': "import './assets/now.js'; void import('./assets/later.js');",
  'assets/now.js': "document.body.dataset.now = 'yes';",
  'assets/later.js': "document.body.dataset.later = 'yes';",
};
for (const [file, text] of Object.entries(scripts)) writeFileSync(join(site, file), text);
writeFileSync(join(site, 'assets/style.css'), 'p {}');
afterAll(() => rmSync(site, { recursive: true, force: true }));

/** By another implementation than the command's. */
const hashOf = async (file: string): Promise<string> =>
  `sha384-${Buffer.from(await crypto.subtle.digest('SHA-384', readFileSync(join(site, file)))).toString('base64')}`;

const mapIn = (tags: string): Record<string, string> =>
  (JSON.parse(/<script type="importmap">(.*?)<\/script>/s.exec(tags)![1]!) as { integrity: Record<string, string> })
    .integrity;

test('there is a right hash for every script, and for nothing else', async () => {
  for (const base of ['https://example.org/tutor/', 'https://example.org/tutor']) {
    const tags = await integrityTags(site, base);
    const expected: Record<string, string> = {};
    for (const file of Object.keys(scripts)) expected[`https://example.org/tutor/${file}`] = await hashOf(file);
    expect(mapIn(tags)).toEqual(expected);
    expect(tags).toContain(
      `<script type="module" src="https://example.org/tutor/backprop-tutor.js" integrity="${await hashOf('backprop-tutor.js')}" crossorigin="anonymous"></script>`,
    );
  }
});

test('a browser runs the scripts as they are, and none that has been changed', async () => {
  let tags = '';
  const server = createServer((request, response) => {
    const path = request.url!.slice(1);
    const isPage = path === '';
    if (!isPage && !(path in scripts)) return response.writeHead(404).end();
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? `<!doctype html><title>t</title><body>${tags}` : readFileSync(join(site, path)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  tags = await integrityTags(site, address);
  const executablePath = findChromium()!;
  const { args, ...launch } = chromiumLaunch(executablePath);
  const browser = await chromium.launch({ ...launch, args: [...args] });
  const ran = async (): Promise<Record<string, string | undefined>> => {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    const marks = await page.evaluate(() => ({ ...document.body.dataset }));
    await page.close();
    return marks;
  };
  expect(await ran()).toEqual({ now: 'yes', later: 'yes' });
  appendFileSync(join(site, 'assets/later.js'), '\n');
  expect(await ran()).toEqual({ now: 'yes' });
  appendFileSync(join(site, 'assets/now.js'), '\n');
  expect(await ran()).toEqual({});
  await browser.close();
  server.close();
});
