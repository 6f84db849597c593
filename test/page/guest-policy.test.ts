import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mazurValues } from './mazur-values.js';
import { opened } from './notes-page.js';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { hostFolder, type StaticHost } from './static-host.js';
import { proven } from './tutor-page.js';

const site = 'dist/site';
const pages = new Map<string, string>();
let tutor: StaticHost;
let notes: StaticHost;

beforeAll(async () => {
  tutor = await hostFolder(site, true);
  notes = await hostFolder('test/page', false, pages);
});
afterAll(async () => {
  await tutor.close();
  await notes.close();
});

const at = (): string => `http://127.0.0.1:${tutor.port}`;

/** Scripts, fonts and lessons come from one other origin, and the policy names it; nothing is inline. */
const policyOf = (origin: string, more = ''): string =>
  `default-src 'none'; script-src ${origin}${more}; font-src ${origin}; connect-src ${origin}; img-src data:; ` +
  `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;

const page = (policy: string, head: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
   <link rel="icon" href="data:,">${head}</head>
   <body><bp-lesson lesson="mazur" at="backward/w5"><p>My own words.</p></bp-lesson></body></html>`;

test('under a strict policy that names the tutor’s origin, a lesson works there', async () => {
  pages.set('/strict.html', page(policyOf(at()), `<script type="module" src="${at()}/backprop-tutor.js"></script>`));
  const {
    page: open,
    expectQuiet,
    close,
  } = await openPage({ site: `http://127.0.0.1:${notes.port}/`, path: 'strict.html' });
  await opened(open);
  await proven(open);
  const shown = (await slotsOn(open)).find(({ ref }) => ref === 'backward/w5');
  expect(isRounded(shown!.text, mazurValues().get('backward/w5')!, 9)).toBe(true);
  await open.locator('bp-lesson .lesson').focus();
  await open.keyboard.press('Space');
  // Every face that is used has arrived.
  expect(await open.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').length)).toBe(0);
  expect(
    await open.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length),
  ).toBeGreaterThan(1);
  await expectQuiet();
  await close();
});

const hashOf = (file: string): string =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${site}/${file}`))
    .digest('base64')}`;

/** The page's head with the hash of every script. */
function withIntegrity(): { readonly head: string; readonly policy: string } {
  const scripts = ['backprop-tutor.js', ...readdirSync(`${site}/assets`).map((file) => `assets/${file}`)].filter(
    (file) => file.endsWith('.js'),
  );
  const map = JSON.stringify({
    integrity: Object.fromEntries(scripts.map((file) => [`${at()}/${file}`, hashOf(file)])),
  });
  const mapHash = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  return {
    head: `<script type="importmap">${map}</script>
      <script type="module" crossorigin integrity="${hashOf('backprop-tutor.js')}" src="${at()}/backprop-tutor.js"></script>`,
    policy: policyOf(at(), ` ${mapHash}`),
  };
}

test('with the hash of every script in the page, a lesson works', async () => {
  const { head, policy } = withIntegrity();
  pages.set('/integrity.html', page(policy, head));
  const {
    page: open,
    expectQuiet,
    close,
  } = await openPage({ site: `http://127.0.0.1:${notes.port}/`, path: 'integrity.html' });
  await opened(open);
  await proven(open);
  await expectQuiet();
  await close();
});

test('a part that somebody changed is not run, and the fallback stays', async () => {
  const { head, policy } = withIntegrity();
  pages.set('/integrity.html', page(policy, head));
  const {
    page: open,
    noises,
    close,
  } = await openPage({
    site: `http://127.0.0.1:${notes.port}/`,
    path: 'integrity.html',
    before: (open) =>
      open.route(/assets\/sheet-/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\nglobalThis.tampered = true;` });
      }),
  });
  await open.getByText('could not be loaded').waitFor();
  expect(await open.getByText('My own words.').isVisible()).toBe(true);
  expect(await open.evaluate(() => 'tampered' in globalThis)).toBe(false);
  expect(noises.join()).toMatch(/integrity/);
  await close();
});
