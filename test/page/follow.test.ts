import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BpLead } from '../../components/bp-lead.js';
import { provide } from '../hosts/needs.js';
import { startNatsServer, type NatsServer } from '../tools/nats-server.js';
import {
  barOf,
  expectAt,
  goTo,
  linkOf,
  linkTo,
  natsServer,
  openAsked,
  openLeading,
  openStudent,
  type ClassPage,
} from './class-pages.js';
import { addressOf, opened } from './notes-page.js';

const missing = await provide({ needs: [natsServer] });

const w5 = 'v1/mazur/backward/w5';
const ask = (page: Page): Promise<void> => page.getByRole('button', { name: 'Follow the class' }).waitFor();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();

describe.skipIf(missing)(
  missing === undefined ? 'following a class' : `following a class (skipped: ${missing})`,
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

    test('the page asks, naming server and room, before anything connects; and reads without, if one likes', async () => {
      expect(link).toBe(linkTo(server.url));
      const { page, expectQuiet, close } = await openAsked(link);
      const sockets: string[] = [];
      page.on('websocket', (socket) => sockets.push(socket.url()));
      await ask(page);
      const asked = await page.locator('bp-follow main').innerText();
      expect(asked).toContain('“ada”');
      expect(asked).toContain(new URL(server.url).host);
      await press(page, 'Read on my own');
      const lesson = await opened(page);
      await page.keyboard.press('ArrowRight');
      expect(await addressOf(lesson)).not.toBe('');
      expect(await barOf(page).innerText()).toContain('on your own');
      expect(sockets).toEqual([]);
      await expectQuiet();
      await close();
    });

    test('a student sends nothing but a hello', async () => {
      await goTo(lead.lesson, w5);
      const { page, close } = await openAsked(link);
      const sent: string[] = [];
      page.on('websocket', (socket) =>
        socket.on('framesent', ({ payload }) => sent.push(...payload.toString().trim().split('\r\n'))),
      );
      await ask(page);
      await press(page, 'Follow the class');
      await expectAt(await opened(page), w5);
      await page.keyboard.press('ArrowRight');
      await barOf(page).getByText('The class is at').waitFor();
      await press(page, 'Catch up');
      await expectAt(page.locator('bp-lesson'), w5);
      const [introduction = '', ...others] = sent;
      expect(Object.keys(JSON.parse(introduction.replace('CONNECT ', '')) as object).toSorted()).toEqual(
        ['echo', 'headers', 'lang', 'no_responders', 'pedantic', 'protocol', 'verbose', 'version'].toSorted(),
      );
      const said = others.filter((line) => !['', 'PING', 'PONG'].includes(line));
      expect(said).toEqual(['SUB class.ada.position 1', 'PUB class.ada.hello 0']);
      await close();
    });

    test('a student goes where the class goes: steps, numbers, iterations, other lessons', async () => {
      const student = await openStudent(link);
      for (const to of [
        w5,
        'v1/mazur/forward/net_h1?show=question',
        'v1/mazur/backward/w5?after=3&set=w5:0.7',
        'v1/softmax-cross-entropy/backward/s?form=matrix',
        w5,
      ]) {
        await goTo(lead.lesson, to);
        await expectAt(student.lesson, await addressOf(lead.lesson));
        expect(await addressOf(student.lesson)).toContain(to.split('?')[0]);
      }
      await lead.lesson.locator('.lesson').focus();
      await lead.page.keyboard.press('ArrowRight');
      const next = await addressOf(lead.lesson);
      expect(next).not.toBe(w5);
      await expectAt(student.lesson, next);
      expect(await barOf(student.page).innerText()).toBe('Following the class.');
      expect(await student.page.title()).toContain('Class ada');
      await student.expectQuiet();
      await student.close();
    });

    test('of many quick changes the last one arrives', async () => {
      const student = await openStudent(link);
      await lead.lesson.locator('.lesson').focus();
      await lead.page.keyboard.press('Home');
      for (let i = 0; i < 30; i++) await lead.page.keyboard.press('ArrowRight');
      await expectAt(student.lesson, await addressOf(lead.lesson));
      await student.close();
    });

    test('who walks lets go, sees where the class is, and catches up; what they did is not lost', async () => {
      await goTo(lead.lesson, w5);
      const { page, lesson, expectQuiet, close } = await openStudent(link);
      await expectAt(lesson, w5);
      await page.keyboard.press('ArrowRight');
      const own = await addressOf(lesson);
      expect(own).not.toBe(w5);
      await goTo(lead.lesson, 'v1/mazur/backward/w6');
      await barOf(page).getByText('The class is at “How much does E_total change when w6 changes?”').waitFor();
      await goTo(lead.lesson, 'v1/batch-norm/forward/y');
      await barOf(page)
        .getByText(/The class is at “.*” in “/)
        .waitFor();
      expect(await addressOf(lesson)).toBe(own);
      await goTo(lesson, 'v1/mazur/backward/w5?set=w5:0.9');
      await press(page, 'Catch up');
      await expectAt(lesson, await addressOf(lead.lesson));
      await goTo(lead.lesson, 'v1/mazur/backward/w7');
      await expectAt(lesson, 'v1/mazur/backward/w7');
      await press(page, 'Back to mine');
      await expectAt(lesson, 'v1/mazur/backward/w5?set=w5:0.9');
      await goTo(lead.lesson, 'v1/mazur/backward/w8');
      await barOf(page).getByText('when w8 changes').waitFor();
      expect(await addressOf(lesson)).toBe('v1/mazur/backward/w5?set=w5:0.9');
      await expectQuiet();
      await close();
    });

    test('digits that get proven are no walking', async () => {
      await goTo(lead.lesson, w5);
      const { page, lesson, close } = await openStudent(link);
      await expectAt(lesson, w5);
      await page.waitForFunction(() => !document.querySelector('bp-lesson [data-provisional]'));
      await page.waitForTimeout(1500);
      expect(await barOf(page).innerText()).toBe('Following the class.');
      await close();
    });

    test('who comes late is where the class is', async () => {
      await goTo(lead.lesson, 'v1/mazur/update/w5?after=2');
      const student = await openStudent(link);
      await expectAt(student.lesson, 'v1/mazur/update/w5?after=2');
      await student.close();
    });

    test('a blanked screen is said, and the lesson stays', async () => {
      await goTo(lead.lesson, w5);
      const { page, lesson, close } = await openStudent(link);
      const blank = (is: boolean): Promise<unknown> =>
        lead.page.locator('bp-lead').evaluate((element: BpLead, to) => (element.blank = to), is);
      await blank(true);
      await barOf(page).getByText('has blanked the screen').waitFor();
      expect(await lesson.locator('bp-derivation').isVisible()).toBe(true);
      await blank(false);
      await barOf(page).getByText('has blanked the screen').waitFor({ state: 'detached' });
      await close();
    });

    test('who stops following is connected no more', async () => {
      const connected = (count: number): Promise<void> => expect.poll(() => server.connections()).toBe(count);
      // The instructor.
      await connected(1);
      const { page, expectQuiet, close } = await openStudent(link);
      await connected(2);
      await press(page, 'Stop following');
      await connected(1);
      await press(page, 'Follow the class');
      await connected(2);
      await barOf(page).getByText('Following the class').waitFor();
      await expectQuiet();
      await close();
    });

    test('a room in which nobody leads says so, and follows when somebody comes', async () => {
      const student = await openStudent(linkTo(server.url, 'grace'));
      await barOf(student.page).getByText('not there yet').waitFor();
      const late = await openLeading(server.url, 'grace', 'grace');
      await goTo(late.lesson, 'v1/mazur/backward/w6');
      await expectAt(student.lesson, 'v1/mazur/backward/w6');
      // Reloaded, the instructor's page counts from the beginning again.
      await late.page.reload();
      await late.page.getByLabel('User', { exact: true }).fill('grace');
      expect(await late.page.getByLabel('Password', { exact: true }).inputValue()).toBe('');
      await late.close();
      const again = await openLeading(server.url, 'grace', 'grace');
      await goTo(again.lesson, 'v1/mazur/backward/w7');
      await expectAt(student.lesson, 'v1/mazur/backward/w7');
      await again.close();
      await student.close();
    });
  },
);
