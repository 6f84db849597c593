import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provide } from '../hosts/needs.js';
import { startNatsServer, type NatsServer } from '../tools/nats-server.js';
import { barOf, expectAt, goTo, linkOf, natsServer, openAsked, openLeading, type ClassPage } from './class-pages.js';
import { opened } from './notes-page.js';
import { openPage } from './open-page.js';

const missing = await provide({ needs: [natsServer] });
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const w5 = 'v1/mazur/backward/w5';
const ask = (page: Page): Promise<void> => page.getByRole('button', { name: 'Follow the class' }).waitFor();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

test.each([
  ['', 'names no class'],
  ['?room=ada', 'server is missing'],
  ['?follow=wss://class.example.org', 'room is missing'],
  ['?follow=https://class.example.org&room=ada', 'begins with wss://'],
  ['?follow=javascript:alert(1)&room=ada', 'begins with wss://'],
  ['?follow=wss://ada:secret@class.example.org&room=ada', 'Leave out user names'],
  ['?follow=wss://*.example.org&room=ada', 'plain letters'],
  ['?follow=wss://a;b&room=ada', 'plain letters'],
  ['?follow=wss://class.example.org&room=a.>', 'cannot be a room'],
])('a link that names no class says so and connects nowhere: %s', async (query, sentence) => {
  const { page, expectQuiet, close } = await openPage({ path: `follow.html${query}` });
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.getByText(sentence).waitFor();
  await page.getByText('follow.html?follow=wss://').waitFor();
  expect(await page.locator('bp-lesson').count()).toBe(0);
  expect(sockets).toEqual([]);
  await expectQuiet();
  await close();
});

describe.skipIf(missing)(
  missing === undefined ? 'a class for everyone' : `a class for everyone (skipped: ${missing})`,
  () => {
    let server: NatsServer;
    let lead: ClassPage;
    let link: string;

    beforeAll(async () => {
      server = await startNatsServer();
      lead = await openLeading(server.url);
      link = await linkOf(lead.page);
    });
    afterAll(async () => {
      await lead.expectQuiet();
      await lead.close();
      await server.close();
    });

    test('all of it by keyboard alone', async () => {
      await goTo(lead.lesson, w5);
      const { page, expectQuiet, close } = await openAsked(link);
      await ask(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const lesson = await opened(page);
      await expectAt(lesson, w5);
      await page.keyboard.press('ArrowRight');
      await barOf(page).getByText('The class is at').waitFor();
      const focused = (): Promise<string> =>
        page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          return active?.textContent?.trim() ?? '';
        });
      for (let i = 0; i < 60 && (await focused()) !== 'Catch up'; i++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expectAt(lesson, w5);
      expect(await focused()).toContain('Following the class');
      // Keys work on from there.
      await page.keyboard.press('ArrowRight');
      await barOf(page).getByText('The class is at').waitFor();
      await expectQuiet();
      await close();
    });

    test.each([
      [1440, 'light'],
      [768, 'dark'],
      [360, 'light'],
      [360, 'dark'],
    ] as const)(
      'axe finds nothing at %i px in %s: asking, following, away from the class, leading',
      async (width, colorScheme) => {
        await goTo(lead.lesson, w5);
        const options = { width, height: 740, colorScheme, bypassCSP: true } as const;
        const student = await openAsked(link, options);
        await ask(student.page);
        await expectSound(student.page);
        await press(student.page, 'Follow the class');
        await expectAt(await opened(student.page), w5);
        await expectSound(student.page);
        await student.page.keyboard.press('ArrowRight');
        await student.page.getByRole('button', { name: 'Catch up' }).waitFor();
        await expectSound(student.page);
        await student.close();
        const other = await openPage({ ...options, path: 'follow.html?lead' });
        await opened(other.page);
        await expectSound(other.page);
        await other.close();
      },
    );
  },
);

async function expectSound(page: Page): Promise<void> {
  await page.addScriptTag({ path: axePath });
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await axe.run()).violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  });
  expect(violations).toEqual([]);
  const { scrollWidth, clientWidth } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });
  expect(scrollWidth).toBe(clientWidth);
}
