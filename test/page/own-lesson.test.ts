import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InputError, sentence } from '../../src/complaint.js';
import { readLesson } from '../../src/read-file.js';
import { smallLesson } from '../lesson/small-lesson.js';
import { serveLessons, type LessonServer } from './lesson-server.js';
import { openPage, type OpenPage } from './open-page.js';
import { plainOf, slotsOn } from './shown.js';
import { proven } from './tutor-page.js';

let server: LessonServer;
/** Another site than the page's. */
let elsewhere: LessonServer;

beforeAll(async () => {
  [server, elsewhere] = await Promise.all([serveLessons(), serveLessons()]);
});
afterAll(() => Promise.all([server.close(), elsewhere.close()]));

/** Other tests may keep the machine busy. */
const patient = { timeout: 30_000 };

/** What happened in a page beside the lesson. */
interface Watched extends OpenPage {
  readonly requests: readonly string[];
  readonly dialogs: readonly string[];
  readonly harm: () => Promise<number>;
  /** The longest time, in milliseconds, in which the page painted nothing. */
  readonly longestGap: () => Promise<number>;
  /** What the lesson complains about, as it reads; '' while it does not. */
  readonly complaint: () => Promise<string>;
}

/** A page of somebody's with a lesson of their own in it. */
async function hostPage(lesson: string): Promise<Watched> {
  server.answers.set(
    'host.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <script>
      harm = 0;
      gap = 0;
      let last = performance.now();
      (function beat() {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
        requestAnimationFrame(beat);
      })();
    </script>
    <script type="module" src="backprop-tutor.js"></script>
    <h1>Host</h1>${lesson}</html>`,
  );
  const requests: string[] = [];
  const dialogs: string[] = [];
  const opened = await openPage({
    site: server.url,
    path: 'host.html',
    before: (page) => {
      page.on('request', (request) => requests.push(request.url()));
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      page.context().on('page', (other) => dialogs.push(`opened ${other.url()}`));
      return Promise.resolve();
    },
  });
  const { page } = opened;
  const number = (name: string) =>
    page.evaluate((name) => (globalThis as unknown as Record<string, number>)[name]!, name);
  return {
    ...opened,
    requests,
    dialogs,
    harm: () => number('harm'),
    longestGap: () => number('gap'),
    complaint: async () => (await page.locator('bp-lesson [role=alert]').allInnerTexts()).join('\n'),
  };
}

const fallback = '<p id="fallback">What stands here otherwise.</p>';
const own = (src: string): string => `<bp-lesson loading="eager" src="${src}">${fallback}</bp-lesson>`;

/** Everything that can be read in the lesson, shadow roots included. */
const textIn = (page: Page, within = 'bp-lesson'): Promise<string> =>
  page
    .locator(within)
    .first()
    .evaluate((element) => {
      const textOf = (node: Node): string => {
        if (node instanceof Text) return node.data;
        if (!(node instanceof Element) || getComputedStyle(node).display === 'none') return '';
        return [...(node.shadowRoot ?? node).childNodes].map(textOf).join(' ');
      };
      return textOf(element);
    });

/** Where the lesson stands; '' until it is open. */
const addressIn = (page: Page): Promise<string> =>
  page.evaluate(() => (document.querySelector('bp-lesson') as { address?: string } | null)?.address ?? '');

const plain = (text: string): string => text.replaceAll('`', '').replace(/\s+/g, ' ');

/** What the reader says of a text, in Node: nothing, if it is accepted. */
async function saidOf(text: string, file: string): Promise<readonly string[]> {
  try {
    await readLesson(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.complaints.map(sentence);
  }
}

/** Nothing of a lesson was executed, nothing was asked for elsewhere, nobody was led away, and the page kept painting. */
async function expectUnharmed({ page, requests, dialogs, harm, longestGap }: Watched): Promise<void> {
  expect(await harm()).toBe(0);
  expect(dialogs).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(server.url))).toEqual([]);
  expect(page.url()).toBe(`${server.url}host.html`);
  // Far more than it takes, and far less than what hangs: other tests run beside this one.
  expect(await longestGap()).toBeLessThan(5000);
}

const corpus = readdirSync('test/fixtures/malicious').map((file): [string, string] => [
  file,
  readFileSync(`test/fixtures/malicious/${file}`, 'utf8'),
]);

// prettier-ignore
const generated: readonly [string, string][] = [
  ['ten-megabytes.md', smallLesson.replace('Hello.', 'word '.repeat(2_000_000))],
  ['deep-yaml.md', smallLesson.replace('loss: L', `loss: ${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
  ['deep-list.md', smallLesson.replace('Hello.', Array.from({ length: 60 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n'))],
  ['brackets.md', smallLesson.replace('Hello.', '['.repeat(2_400) + 'x' + ']'.repeat(2_400))],
  ['emphasis.md', smallLesson.replace('Hello.', '*'.repeat(2_400) + 'x' + '*'.repeat(2_400))],
  ['nul.md', smallLesson.replace('Hello.', 'a\0b')],
  ['large.md', smallLesson.replace(/## lesson[^]*/, '') + Array.from({ length: 45 }, () => `## lesson\n\n${'[[a '.repeat(1_200)}`).join('\n\n')],
  ['tensors.md', smallLesson.replace('  L = (t - out)^2 / 2', '  m[i,j] = u[i]*u[j]\n  L = (t - out)^2 / 2 + 0*m[1,1]').replace('lines: L = (t - out)^2', 'lines: L = (t - out)^2 + 0*m[1,1]').replace('{ x: 0.10 }', `{ x: 0.10, u: [${Array.from({ length: 90 }, () => '0.5').join(', ')}] }`)],
];

test.each([...corpus, ...generated])(
  '%s does no harm, and is shown or refused by its sentences',
  async (file, text) => {
    server.answers.set(`lessons/${file}`, text);
    const watched = await hostPage(own(`lessons/${file}`));
    const { page, complaint, expectQuiet, close } = watched;
    await expect.poll(async () => (await complaint()) || (await addressIn(page)), patient).not.toBe('');
    const tooBig = text.length > 1_000_000;
    const expected = tooBig ? ['is larger than a megabyte'] : await saidOf(text, `lessons/${file}`);
    if (expected.length > 0) {
      const said = plain(await complaint());
      for (const each of expected.slice(0, 20)) expect(said).toContain(plain(each));
      expect(await page.locator('#fallback').isVisible()).toBe(true);
    } else {
      expect(await complaint()).toBe('');
      // To the end and back: every step is shown once.
      const walk = await page.evaluate(async () => {
        const lesson = document.querySelector('bp-lesson') as HTMLElement & { address: string; next(): void };
        const addresses = new Set<string>();
        while (!addresses.has(lesson.address)) {
          addresses.add(lesson.address);
          lesson.next();
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        return addresses.size;
      });
      expect(walk).toBeGreaterThan(3);
      const links = await page
        .locator('bp-lesson a')
        .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
      expect(links.filter((href) => !/^(https?:\/\/|#v1\/)/.test(href ?? ''))).toEqual([]);
      expect(
        await page.locator('bp-lesson :is(script, iframe, object, embed, form, img, base, meta, link)').count(),
      ).toBe(0);
      expect(await textIn(page)).not.toMatch(/\b(NaN|undefined)\b|\[object/);
    }
    await expectUnharmed(watched);
    await expectQuiet();
    await close();
  },
);

test('HTML in a lesson is shown as the text it is', async () => {
  server.answers.set('lessons/html.md', readFileSync('test/fixtures/malicious/html.md', 'utf8'));
  const { page, harm, close } = await hostPage(own('lessons/html.md'));
  await page.locator('bp-prose', { hasText: '<script>harm += 1</script>' }).waitFor();
  expect(await page.locator('bp-lesson').getByText('<img src=x onerror').first().isVisible()).toBe(true);
  expect(await harm()).toBe(0);
  await close();
});

test('a lesson of one’s own opens at its step, walks on, and its gradients are those of a central difference', async () => {
  server.answers.set('lessons/mine.md', smallLesson.replace('< 0.2', '< 0.3'));
  const { page, expectQuiet, close } = await hostPage(
    `<bp-lesson loading="eager" src="lessons/mine.md" at="backward/net">${fallback}</bp-lesson>`,
  );
  await page.locator('bp-derivation').waitFor();
  expect(await page.locator('#fallback').isVisible()).toBe(false);
  const error = (w: number): number => (1 - 1 / (1 + Math.exp(-(w * 0.1 + 0.002)))) ** 2 / 2;
  const slope = (error(-0.5 + 1e-5) - error(-0.5 - 1e-5)) / 2e-5;
  const shown = async (ref: string): Promise<number> => {
    await proven(page);
    const slots = await slotsOn(page, 'bp-derivation');
    return Number(plainOf(slots.find((slot) => slot.ref === ref)!.text));
  };
  expect(await shown('backward/net')).toBeCloseTo(slope / 0.1, 7);
  expect(await textIn(page, 'bp-prose')).toContain('flat');
  await page.evaluate(() => (document.querySelector('bp-lesson') as HTMLElement & { next(): void }).next());
  await expect.poll(() => addressIn(page), patient).toContain('backward/w');
  expect(await shown('backward/w')).toBeCloseTo(slope, 9);
  await expectQuiet();
  await close();
});

test.each([
  ['a <pre>', (text: string) => `<pre>\n    ${text.replaceAll('\n', '\n    ')}\n  </pre>`],
  ['a script of plain text', (text: string) => `<script type="text/plain">\n${text}\n</script>`],
])('a program in %s is a lesson', async (_, wrapped) => {
  const program =
    '# One neuron\nx = 1.5\nt = 0.2\nw = 0.8\nb = -0.1\nrate = 0.5\nout = sigmoid(w*x + b)\nE = (t - out)^2 / 2';
  const { page, expectQuiet, close } = await hostPage(
    `<bp-lesson loading="eager" at="update/w">${wrapped(program)}</bp-lesson>`,
  );
  await page.locator('bp-derivation').waitFor();
  await proven(page);
  const error = (w: number): number => (0.2 - 1 / (1 + Math.exp(-(w * 1.5 - 0.1)))) ** 2 / 2;
  const updated = 0.8 - (0.5 * (error(0.8 + 1e-5) - error(0.8 - 1e-5))) / 2e-5;
  const slot = (await slotsOn(page, 'bp-derivation')).find(({ ref }) => ref === 'update/w');
  expect(Number(plainOf(slot!.text))).toBeCloseTo(updated, 8);
  expect(await textIn(page)).toContain('One neuron');
  await expectQuiet();
  await close();
});

test('what is wrong in a program in the page is said with its line, and the program stays in sight', async () => {
  const { page, complaint, expectQuiet, close } = await hostPage(
    '<bp-lesson loading="eager"><pre>x = 1\nw = 2\nL = 2w</pre></bp-lesson>',
  );
  await expect
    .poll(complaint, patient)
    .toContain('line 3, column 6: The multiplication sign is missing in 2w: write 2*w.');
  expect(await page.locator('pre').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await expectQuiet();
  await close();
});

const valid = smallLesson;
const nobody = { headers: { 'access-control-allow-origin': '*' } };

// prettier-ignore
test.each<[string, (path: string) => void, string]>([
  ['a file that is missing', (path) => server.answers.delete(path), '(the server says 404). Check the address in src'],
  ['a file that is not public', (path) => server.answers.set(path, { status: 403 }), '(it says 403): make the lesson’s file public'],
  ['a server in trouble', (path) => server.answers.set(path, { status: 503 }), '(it says 503). Try again in a while'],
  ['a front page instead', (path) => server.answers.set(path, { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Home</title>' }), 'there is a web page (HTML), not a lesson'],
  ['a front page that calls itself Markdown', (path) => server.answers.set(path, '\n<!DOCTYPE html><title>Home</title>'), 'there is a web page (HTML), not a lesson'],
  ['a picture', (path) => server.answers.set(path, { headers: { 'content-type': 'image/png' }, body: 'x' }), 'there is no text (the server says it is image/png)'],
  ['an old encoding', (path) => server.answers.set(path, { body: Buffer.from(valid.replace('Hello', 'Grüezi'), 'latin1') }), 'is not written in UTF-8'],
  ['a megabyte and more, said beforehand', (path) => server.answers.set(path, { body: 'a'.repeat(1_000_001) }), 'is larger than a megabyte'],
  ['an answer that breaks off', (path) => server.answers.set(path, (response) => { response.writeHead(200, { 'content-length': '5000' }).write('---\n'); setTimeout(() => response.destroy(), 100); }), 'There is no answer from'],
])('%s: a sentence stands there, and trying again helps once it is mended', async (name, breakIt, expected) => {
  const path = `lessons/${name.replace(/\W+/g, '-')}.md`;
  breakIt(path);
  const { page, complaint, close } = await hostPage(own(path));
  await expect.poll(complaint, patient).toContain(expected);
  expect(await complaint()).toContain(path);
  expect(await page.locator('#fallback').isVisible()).toBe(true);
  server.answers.set(path, valid);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('bp-derivation').waitFor();
  expect(await complaint()).toBe('');
  await close();
});

test('of a file without end no more than a lesson is read', async () => {
  let sent = 0;
  let isClosed = false;
  server.answers.set('lessons/endless.md', (response) => {
    const more = (): void => {
      while (!isClosed && sent < 50_000_000) {
        sent += 10_000;
        if (!response.write('a'.repeat(10_000))) return void response.once('drain', more);
      }
    };
    response.on('close', () => (isClosed = true));
    response.writeHead(200, { 'content-type': 'text/markdown' });
    more();
  });
  const { complaint, close } = await hostPage(own('lessons/endless.md'));
  await expect.poll(complaint, patient).toContain('is larger than a megabyte');
  await expect.poll(() => isClosed, patient).toBe(true);
  expect(sent).toBeLessThan(20_000_000);
  await close();
});

test('a lesson on another site needs that site’s permission, and the sentence says which', async () => {
  elsewhere.answers.set('mine.md', valid);
  const { page, complaint, close } = await hostPage(own(`${elsewhere.url}mine.md`));
  await expect.poll(complaint, patient).toContain(`Access-Control-Allow-Origin: ${new URL(server.url).origin}`);
  expect(await complaint()).toContain(`${elsewhere.url}mine.md`);
  elsewhere.answers.set('mine.md', { ...nobody, body: valid });
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('bp-derivation').waitFor();
  await close();
});

test('another site that is not there at all is not blamed for its headers', async () => {
  const gone = await serveLessons();
  await gone.close();
  const { complaint, close } = await hostPage(own(`${gone.url}mine.md`));
  await expect.poll(complaint, patient).toContain(`There is no answer from ${gone.url}mine.md`);
  await close();
});

test('another site gets no cookies, and only the origin of the page', async () => {
  const seen: (string | undefined)[] = [];
  elsewhere.answers.set('watching.md', (response) => {
    seen.push(response.req.headers.cookie, response.req.headers.referer);
    response.writeHead(200, { 'content-type': 'text/markdown', ...nobody.headers }).end(valid);
  });
  elsewhere.answers.set('cookie.html', { headers: { 'set-cookie': 'secret=1; SameSite=Lax' }, body: 'x' });
  const { page, close } = await hostPage('');
  await page.evaluate((url) => fetch(url, { mode: 'no-cors', credentials: 'include' }), `${elsewhere.url}cookie.html`);
  await page.evaluate((src) => {
    const lesson = Object.assign(document.createElement('bp-lesson'), { src, loading: 'eager' });
    document.body.append(lesson);
  }, `${elsewhere.url}watching.md`);
  await page.locator('bp-derivation').waitFor();
  expect(seen).toEqual([undefined, server.url]);
  await close();
});

test('without a network a sentence says so, and trying again helps when it is back', async () => {
  server.answers.set('lessons/first.md', valid);
  server.answers.set('lessons/second.md', valid.replace('One neuron', 'Another neuron'));
  const { page, complaint, close } = await hostPage(own('lessons/first.md'));
  await page.locator('bp-derivation').waitFor();
  await page.context().setOffline(true);
  await page.evaluate(() => document.querySelector('bp-lesson')!.setAttribute('src', 'lessons/second.md'));
  await expect.poll(complaint, patient).toContain('There is no connection to the network');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => textIn(page), patient).toContain('Another neuron');
  expect(await complaint()).toBe('');
  await close();
});

test('a server that never answers is given up after twenty seconds', async () => {
  server.answers.set('lessons/slow.md', () => undefined);
  const { page, complaint, close } = await hostPage(own('lessons/slow.md'));
  await expect.poll(complaint, { timeout: 40_000 }).toContain('did not come within 20 seconds');
  expect(await page.locator('#fallback').isVisible()).toBe(true);
  await close();
});

test('taking the lesson out of the page stops the request; putting it back begins again', async () => {
  let closed = 0;
  server.answers.set('lessons/waiting.md', (response) => void response.on('close', () => (closed += 1)));
  const { page, expectQuiet, close } = await hostPage(own('lessons/waiting.md') + own('lessons/waiting.md'));
  await expect.poll(() => server.asked.filter((path) => path === 'lessons/waiting.md').length, patient).toBe(1);
  const remove = (): Promise<void> => page.evaluate(() => document.querySelector('bp-lesson')!.remove());
  await page.waitForTimeout(500);
  await remove();
  await page.waitForTimeout(500);
  // The other one still waits.
  expect(closed).toBe(0);
  await page.evaluate(() => Object.assign(globalThis, { kept: document.querySelector('bp-lesson') }));
  await remove();
  await expect.poll(() => closed, patient).toBe(1);
  server.answers.set('lessons/waiting.md', valid);
  await page.evaluate(() => document.body.append((globalThis as unknown as { kept: Element }).kept));
  await page.locator('bp-derivation').waitFor();
  await expectQuiet();
  await close();
});

test('elements with the same address share one request, also later', async () => {
  server.answers.set('lessons/shared.md', valid);
  const { page, close } = await hostPage(own('lessons/shared.md').repeat(3));
  await expect.poll(() => page.locator('bp-derivation').count(), patient).toBe(3);
  await page.evaluate(() => document.body.append(document.querySelector('bp-lesson')!.cloneNode(true)));
  await expect.poll(() => page.locator('bp-derivation').count(), patient).toBe(4);
  expect(server.asked.filter((path) => path === 'lessons/shared.md')).toHaveLength(1);
  await close();
});

// prettier-ignore
test.each([
  ['javascript:harm+=1', 'begins with javascript:, and only https: and http: can be read'],
  ['JAVASCRIPT:harm+=1', 'begins with javascript:'],
  ['data:text/markdown,---', 'begins with data:'],
  ['blob:http://127.0.0.1/1', 'begins with blob:'],
  ['file:///etc/passwd', 'opened from the disk'],
  ['http://', 'is not an address: write one like lessons/mine.md'],
])('the address %s is refused', async (src, expected) => {
  const watched = await hostPage(own(src));
  await expect.poll(watched.complaint, patient).toContain(expected);
  expect(await watched.page.locator('#fallback').isVisible()).toBe(true);
  expect(await watched.page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await expectUnharmed(watched);
  await watched.expectQuiet();
  await watched.close();
});
