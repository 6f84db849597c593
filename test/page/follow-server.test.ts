import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { provide } from '../hosts/needs.js';
import { password, startNatsCluster, startNatsServer, type NatsServer } from '../tools/nats-server.js';
import {
  barOf,
  connect,
  expectAt,
  goTo,
  linkOf,
  linkTo,
  natsServer,
  openAsked,
  openLead,
  openLeading,
  openStudent,
  withoutBroken,
} from './class-pages.js';
import { malformed } from './malformed.js';
import { addressOf } from './notes-page.js';
import { positionText, speak } from './raw-nats.js';
import { hostFolder } from './static-host.js';

const missing = await provide({ needs: [natsServer] });
const w5 = 'v1/mazur/backward/w5';
const w6 = 'v1/mazur/backward/w6';

/** Longer than a connection waits before it is tried again after the first failures. */
const again = { timeout: 40_000 };

describe.skipIf(missing)(
  missing === undefined ? 'a class and its server' : `a class and its server (skipped: ${missing})`,
  () => {
    let server: NatsServer;

    beforeAll(async () => {
      server = await startNatsServer();
    });
    afterAll(() => server.close());

    test('where the server dies both sides carry on alone, say so, and find each other again', async () => {
      const lead = await openLeading(server.url);
      const student = await openStudent(await linkOf(lead.page));
      await goTo(lead.lesson, w5);
      await expectAt(student.lesson, w5);
      await server.kill();
      await barOf(student.page).getByText('Not connected, trying again').waitFor();
      await lead.page.getByText('is gone, trying again').waitFor();
      // The link stays good.
      expect(await linkOf(lead.page)).toBe(linkTo(server.url));
      await goTo(lead.lesson, w6);
      await student.page.keyboard.press('ArrowLeft');
      const own = await addressOf(student.lesson);
      expect(own).not.toBe(w5);
      await server.start();
      await lead.page.getByText('Leading “').waitFor(again);
      await barOf(student.page).getByText('when w6 changes').waitFor(again);
      expect(await addressOf(student.lesson)).toBe(own);
      await student.page.getByRole('button', { name: 'Catch up' }).click();
      await expectAt(student.lesson, w6);
      await goTo(lead.lesson, w5);
      await expectAt(student.lesson, w5);
      for (const { noises, close } of [lead, student]) {
        expect(withoutBroken(noises)).toEqual([]);
        await close();
      }
    });

    test('who waits for a server that is not there is connected when it comes', async () => {
      await server.kill();
      const student = await openStudent(linkTo(server.url));
      await barOf(student.page).getByText('Not connected, trying again').waitFor();
      await server.start();
      await barOf(student.page).getByText('not there yet').waitFor(again);
      expect(withoutBroken(student.noises)).toEqual([]);
      await student.close();
    });

    test('a position that a student forges is refused by the server; the instructor’s is taken', async () => {
      const student = await openStudent(linkTo(server.url));
      await barOf(student.page).getByText('not there yet').waitFor();
      const before = await addressOf(student.lesson);
      const position = { subject: 'class.ada.position', payload: positionText() };
      for (const speaker of ['student', 'grace'] as const)
        expect(await speak(server.url, speaker, [position]), speaker).toContain(
          `-ERR 'Permissions Violation for Publish to "class.ada.position"'`,
        );
      await student.page.waitForTimeout(300);
      expect(await addressOf(student.lesson)).toBe(before);
      await barOf(student.page).getByText('not there yet').waitFor();
      expect(await speak(server.url, 'ada', [position])).toBe('PONG\r\n');
      await expectAt(student.lesson, w5);
      await student.expectQuiet();
      await student.close();
    });

    test('what is no position changes nothing and shows nothing', async () => {
      const student = await openStudent(linkTo(server.url));
      const say = (...payloads: (string | readonly number[])[]): Promise<string> =>
        speak(
          server.url,
          'ada',
          payloads.map((payload) => ({ subject: 'class.ada.position', payload })),
        );
      await say(positionText({ seq: 5 }));
      await expectAt(student.lesson, w5);
      const asked: string[] = [];
      student.page.on('request', (request) => asked.push(request.url()));
      const shown = await student.page.locator('bp-lesson').innerText();
      const wrong = malformed();
      expect(await say(...wrong)).toBe('PONG\r\n');
      await student.page.waitForTimeout(500);
      expect(await addressOf(student.lesson)).toBe(w5);
      expect(await barOf(student.page).innerText()).toBe('Following the class.');
      expect(await student.page.locator('bp-lesson').innerText()).toBe(shown);
      expect(await student.page.getByRole('alert').count()).toBe(0);
      expect(asked).toEqual([]);
      expect(await student.page.evaluate(() => 'polluted' in {})).toBe(false);
      // It listened all the while; fields that a newer version adds do no harm.
      await say(positionText({ seq: 6, address: w6, more: { than: 'known' } }));
      await expectAt(student.lesson, w6);
      await student.expectQuiet();
      await student.close();
    });

    test('a position of a known form at a place that is not there is complained about by the lesson', async () => {
      const student = await openStudent(linkTo(server.url));
      const address = 'v1/mazur/backward/w99?set=w5:<img src=x onerror=alert(1)>';
      await speak(server.url, 'ada', [{ subject: 'class.ada.position', payload: positionText({ address }) }]);
      await student.page.getByText('which this lesson does not have').waitFor();
      expect(await student.page.locator('img').count()).toBe(0);
      await student.expectQuiet();
      await student.close();
    });

    test('the page connects to the server that its link names, and to no other', async () => {
      const other = await startNatsServer();
      onTestFinished(other.close);
      const files = await hostFolder('components', true, new Map([['/secret', 'nothing']]));
      const student = await openStudent(linkTo(server.url));
      const reached = await student.page.evaluate(
        async ([socketUrl, fileUrl, own]) => {
          const opens = (url: string): Promise<boolean> =>
            new Promise((resolve) => {
              const socket = new WebSocket(url);
              socket.onopen = () => resolve(true);
              socket.onerror = () => resolve(false);
            });
          const answers = (url: string): Promise<boolean> =>
            fetch(url).then(
              () => true,
              () => false,
            );
          return { socket: await opens(socketUrl!), file: await answers(fileUrl!), own: await opens(own!) };
        },
        [other.url, `http://127.0.0.1:${files.port}/secret`, server.url],
      );
      expect(reached).toEqual({ socket: false, file: false, own: true });
      expect(await other.connections()).toBe(0);
      for (const url of [other.url, `http://127.0.0.1:${files.port}/secret`])
        expect(student.noises.join('\n')).toContain(`policy violation: connect-src ${url}`);
      await student.close();
      await files.close();
    });

    test('the instructor’s credential is nowhere: not in storage, links, history or the page; a reload asks again', async () => {
      const lead = await openLeading(server.url);
      const { page } = lead;
      await goTo(lead.lesson, w5);
      expect(await everythingIn(page)).not.toContain(password);
      expect(await linkOf(page)).toBe(linkTo(server.url));
      await page.reload();
      const field = page.getByLabel('Password', { exact: true });
      await field.waitFor();
      expect(await field.inputValue()).toBe('');
      expect(await page.getByLabel('User', { exact: true }).inputValue()).toBe('');
      expect(await everythingIn(page)).not.toContain(password);
      await lead.close();
    });

    test.each([
      ['a wrong password', 'ada', 'wrong', 'does not take this user and password'],
      ['somebody unknown', 'eve', password, 'does not take this user and password'],
      ['another’s room', 'grace', password, 'does not let grace lead the room “ada”'],
      ['nothing typed', '', '', 'Type the user and the password'],
    ])('%s is said in a sentence, and can be mended', async (_, user, pass, sentence) => {
      const lead = await openLead(server.url);
      await connect(lead.page, user, pass);
      await lead.page.getByText(sentence).waitFor();
      expect(await linkOf(lead.page)).toBe('');
      await connect(lead.page);
      await lead.page.getByText('Leading “').waitFor();
      await lead.expectQuiet();
      await lead.close();
    });

    test('an address at which nothing answers is said, and so are addresses of no server', async () => {
      const gone = await startNatsServer();
      await gone.close();
      const lead = await openLead(gone.url);
      await connect(lead.page);
      await lead.page.getByText('Nothing answers at').waitFor();
      for (const [address, sentence] of [
        ['class.example.org', 'begins with wss://'],
        ['wss://ada:U*U@class.example.org', 'Leave out user names'],
        ['', 'The server is missing'],
      ] as const) {
        await lead.page.getByLabel('Server', { exact: true }).fill(address);
        await connect(lead.page);
        await lead.page.getByText(sentence).waitFor();
      }
      await lead.page.getByLabel('Server', { exact: true }).fill(server.url);
      await connect(lead.page);
      await lead.page.getByText('Leading “').waitFor();
      expect(withoutBroken(lead.noises)).toEqual([]);
      await lead.close();
    });

    test('two who lead in one room learn of each other', async () => {
      const [one, two] = [await openLeading(server.url), await openLeading(server.url, 'ada', 'instructor')];
      await goTo(two.lesson, w5);
      await one.page.getByText('Another page has led this room too').waitFor();
      await goTo(one.lesson, w6);
      await two.page.getByText('Another page has led this room too').waitFor();
      for (const { close } of [one, two]) await close();
    });

    test('without the part that connects the page says so and is there to read', async () => {
      const student = await openAsked(linkTo(server.url), {
        before: (page) => page.route('**/follower-*.js', (route) => route.abort()),
      });
      await student.page.getByRole('button', { name: 'Follow the class' }).click();
      await barOf(student.page).getByText('could not be loaded').waitFor();
      await student.page.locator('bp-derivation').waitFor();
      await student.page.unroute('**/follower-*.js');
      await student.page.getByRole('button', { name: 'Follow the class' }).click();
      await barOf(student.page).getByText('not there yet').waitFor();
      await student.close();
    });

    test('three servers are one: students at one follow an instructor at another, also when the third is gone', async () => {
      const servers = await startNatsCluster();
      onTestFinished(async () => void (await Promise.all(servers.map(({ close }) => close()))));
      const [first, second, third] = servers;
      const lead = await openLeading(first!.url);
      const student = await openStudent(linkTo(second!.url));
      await goTo(lead.lesson, w5);
      await expectAt(student.lesson, w5);
      await third!.kill();
      await goTo(lead.lesson, w6);
      await expectAt(student.lesson, w6);
      for (const { close } of [lead, student]) await close();
    });
  },
);

/** Every text in a page that outlives it, or that somebody could read off it. */
const everythingIn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [location.href, document.cookie, JSON.stringify(history.state), document.title];
    for (const store of [localStorage, sessionStorage]) found.push(JSON.stringify(Object.entries(store)));
    found.push(JSON.stringify(await indexedDB.databases()), JSON.stringify(await caches.keys()));
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        for (const { value } of element.attributes) found.push(value);
        if (element instanceof HTMLInputElement) found.push(element.value);
        if (element.shadowRoot) visit(element.shadowRoot);
        else if (element.childElementCount === 0) found.push(element.textContent ?? '');
      }
    };
    visit(document);
    return found.join('\n');
  });
