import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BpLesson } from '../../components/bp-lesson.js';
import type { FrameMessage } from '../../components/frame/talk.js';
import { mazurValues } from './mazur-values.js';
import { openPage, type OpenPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { hostFolder, type StaticHost } from './static-host.js';
import { proven } from './tutor-page.js';

const documentation = readFileSync('test/hosts/iframe/README.md', 'utf8');
const [iframe = '', snippet = ''] = [...documentation.matchAll(/```html\n(.*?)```/gs)].map(([, code]) => code!);
const placeholder = 'https://tutor.example.org';
const here = 'v1/mazur/backward/w5';

/** Several lessons start at once in these pages. */
const soon = { timeout: 20_000 };

/** What a parent page in these tests keeps of what it is told. */
interface Told {
  readonly origin: string;
  readonly data: FrameMessage | string;
}

let plain: StaticHost;
let sharing: StaticHost;
let notes: StaticHost;
const pages = new Map<string, string>();

beforeAll(async () => {
  plain = await hostFolder('dist/site', false);
  sharing = await hostFolder('dist/site', true, new Map([['/own.md', readFileSync('lessons/mazur.md', 'utf8')]]));
  notes = await hostFolder('test/hosts/iframe', false, pages);
});
afterAll(() => Promise.all([plain, sharing, notes].map(({ close }) => close())));

/** Another site than that of the page around it, so that the browser keeps its storage shut. */
const frameOn = ({ port }: StaticHost, query: string): string => `http://127.0.0.1:${port}/embed.html?${query}`;
const notesUrl = (): string => `http://localhost:${notes.port}/`;

const iframeTo = (url: string, attributes = ''): string =>
  `<iframe src="${url.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" title="A lesson" ${attributes}></iframe>`;

/** Open a page of notes with the documentation's script, and what it needs to be asked about. */
async function openNotes(body: string, options: Parameters<typeof openPage>[0] = {}): Promise<OpenPage> {
  pages.set(
    '/notes.html',
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    ${snippet}<style>iframe { width: 100%; height: 600px; border: 0 }</style>
    <script>
      const told = [];
      addEventListener('message', ({ origin, data }) => void told.push({ origin, data }));
    </script>
    <h1>Notes</h1>${body}`,
  );
  return openPage({ width: 768, site: notesUrl(), path: 'notes.html', ...options });
}

const told = (page: Page): Promise<Told[]> => page.evaluate<Told[]>('told');

/** The addresses that frames told, in turn. */
const addresses = async (page: Page): Promise<string[]> =>
  (await told(page)).flatMap(({ data }) =>
    typeof data === 'object' && data.type === 'backprop-tutor:change' ? data.address : [],
  );

async function frameAt(page: Page, at: number): Promise<Frame> {
  const element = await page.locator('iframe').nth(at).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('There is no such frame.');
  return frame;
}

/** The frame's document, once its lesson is open. */
async function lessonIn(page: Page, at = 0): Promise<Frame> {
  const frame = await frameAt(page, at);
  await frame.locator('bp-derivation').first().waitFor();
  return frame;
}

const addressIn = (frame: Frame): Promise<string> =>
  frame.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).address);

/** The frame is as tall as what is in it: nothing is cut, nothing scrolls, nothing is left over. */
async function expectFit(page: Page, frame: Frame): Promise<number> {
  const box = await frame.frameElement();
  // A browser does not lay out a frame of another site that is out of sight.
  await box.scrollIntoViewIfNeeded();
  const sizes = async (): Promise<Record<'given' | 'needed' | 'scrolled' | 'wide' | 'width', number>> => ({
    given: Math.round((await box.boundingBox())?.height ?? 0),
    ...(await frame.evaluate(() => {
      const { scrollHeight: scrolled, scrollWidth: wide, clientWidth: width } = document.documentElement;
      return { needed: Math.ceil(document.documentElement.getBoundingClientRect().height), scrolled, wide, width };
    })),
  });
  await expect
    .poll(async () => {
      const { given, needed, scrolled, wide, width } = await sizes();
      return given === needed && scrolled <= given && wide <= width
        ? 'it fits'
        : { given, needed, scrolled, wide, width };
    })
    .toBe('it fits');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()!.width,
  );
  return (await sizes()).given;
}

async function expectRightDigits(frame: Frame): Promise<void> {
  await proven(frame);
  const right = mazurValues().get('backward/w5')!;
  const shown = (await slotsOn(frame, 'bp-derivation')).filter(({ ref }) => ref === 'backward/w5');
  expect(shown).not.toEqual([]);
  for (const { text } of shown) expect(isRounded(text, right, 9), `${text} for ${right}`).toBe(true);
}

const storageIn = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    try {
      return `open, ${localStorage.length}`;
    } catch (error) {
      return (error as Error).name;
    }
  });

test('the page beside the documentation says what the documentation says, and works', async () => {
  const parent = readFileSync('test/hosts/iframe/parent.html', 'utf8');
  const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
  expect(squeezed(parent)).toContain(squeezed(iframe));
  expect(squeezed(parent)).toContain(squeezed(snippet));
  pages.set('/ours.html', parent.replace(placeholder, `http://127.0.0.1:${plain.port}`));
  const { page, expectQuiet, close } = await openPage({ width: 768, site: notesUrl(), path: 'ours.html' });
  const frame = await lessonIn(page);
  await expectRightDigits(frame);
  await expectFit(page, frame);
  await expectQuiet();
  await close();
});

test.each([390, 768])('frames fit their lessons at every step, %i pixels wide', async (width) => {
  const { page, expectQuiet, close } = await openNotes(
    iframeTo(frameOn(plain, 'lesson=mazur&id=first')) +
      iframeTo(frameOn(plain, 'lesson=softmax-cross-entropy&id=second&panels=derivation+controls')),
    { width },
  );
  const heights = new Set<number>();
  for (const at of [0, 1]) {
    const frame = await lessonIn(page, at);
    for (let step = 0; step < 8; step++) {
      heights.add(await expectFit(page, frame));
      const before = await addressIn(frame);
      await frame.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).next());
      await expect.poll(() => addressIn(frame), soon).not.toBe(before);
    }
  }
  expect(heights.size, 'different heights').toBeGreaterThan(1);
  const ids = (await told(page)).map(({ data }) => (typeof data === 'object' ? data.id : 'lti'));
  expect(new Set(ids)).toEqual(new Set(['first', 'second', 'lti']));
  await expectQuiet();
  await close();
});

test('learning platforms are told the height in their own words', async () => {
  const { page, close } = await openNotes(iframeTo(frameOn(plain, 'lesson=mazur')));
  await expectFit(page, await lessonIn(page));
  const messages = await told(page);
  const heights = messages.flatMap(({ data }) =>
    typeof data === 'object' && data.type === 'backprop-tutor:height' ? data.height : [],
  );
  const lti = messages.flatMap(({ data }) => (typeof data === 'string' ? (JSON.parse(data) as unknown) : []));
  expect(lti).toEqual(heights.map((height) => ({ subject: 'lti.frameResize', height })));
  await close();
});

/** Let a window of the page speak to the frame, and wait until it has been heard. */
async function say(page: Page, frame: Frame, message: string, from = 'window'): Promise<void> {
  await page.evaluate(`(${from}).eval(${JSON.stringify(`top.frames[0].postMessage(${message}, '*')`)})`);
  await frame.evaluate(() => new Promise((heard) => setTimeout(heard, 50)));
}

describe('what the page around says', () => {
  test('leads through the lesson, and the frame tells where it stands', async () => {
    const { page, expectQuiet, close } = await openNotes(iframeTo(frameOn(plain, 'at=backward/w5&id=a')));
    const frame = await lessonIn(page);
    await expect.poll(() => addresses(page), soon).toEqual([here]);
    for (const [message, address] of [
      [`{ type: 'backprop-tutor:go', next: true }`, 'v1/mazur/backward/w6'],
      [`{ type: 'backprop-tutor:go', previous: true }`, here],
      [`{ type: 'backprop-tutor:go', at: 'forward/net_h1' }`, 'v1/mazur/forward/net_h1'],
      [`{ type: 'backprop-tutor:go', at: 'v1/mazur/backward/w1?digits=5' }`, 'v1/mazur/backward/w1?digits=5'],
    ] as const) {
      await say(page, frame, message);
      await expect.poll(async () => (await addresses(page)).at(-1), soon).toBe(address);
    }
    await expectQuiet();
    await close();
  });

  test('is ignored where it means nothing', async () => {
    const { page, expectQuiet, close } = await openNotes(iframeTo(frameOn(plain, 'at=backward/w5')));
    const frame = await lessonIn(page);
    for (const message of [
      'null',
      '17',
      `'backprop-tutor:go'`,
      '[]',
      '{}',
      `{ type: 'backprop-tutor:go' }`,
      `{ type: 'backprop-tutor:go', at: 7 }`,
      `{ type: 'backprop-tutor:go', at: { toString: 'backward/w6' } }`,
      `{ type: 'backprop-tutor:go', next: 'yes' }`,
      `{ type: 'backprop-tutor:go', at: 'forward/net_h1'.padEnd(9000, 'x') }`,
      `{ type: 'backprop-tutor:GO', next: true }`,
      `new Map([['type', 'backprop-tutor:go'], ['next', true]])`,
      `(() => { const ring = { type: 'other' }; ring.ring = ring; return ring; })()`,
    ])
      await say(page, frame, message);
    expect(await addressIn(frame)).toBe(here);
    await say(page, frame, `{ type: 'backprop-tutor:go', next: true }`);
    await expect.poll(() => addressIn(frame), soon).toBe('v1/mazur/backward/w6');
    await expectQuiet();
    await close();
  });

  test('counts only from the page itself', async () => {
    const { page, close } = await openNotes(
      `${iframeTo(frameOn(plain, 'at=backward/w5'))}<iframe srcdoc="" title="Another"></iframe>`,
    );
    const frame = await lessonIn(page);
    await say(page, frame, `{ type: 'backprop-tutor:go', next: true }`, 'frames[1]');
    expect(await addressIn(frame)).toBe(here);
    await close();
  });

  test('counts only from the origin that the address names', async () => {
    const query = `at=backward/w5&parent=${encodeURIComponent(notesUrl().slice(0, -1))}`;
    const { page, expectQuiet, close } = await openNotes(iframeTo(frameOn(plain, query)));
    const frame = await lessonIn(page);
    await expectFit(page, frame);
    await say(page, frame, `{ type: 'backprop-tutor:go', next: true }`);
    await expect.poll(() => addressIn(frame), soon).toBe('v1/mazur/backward/w6');
    await expectQuiet();
    await close();
  });

  test.each(['https://elsewhere.example', 'not an origin', 'https://notes.example.org/page', ''])(
    'is ignored, and nothing is told, where the address names %j',
    async (parent) => {
      const query = `at=backward/w5&parent=${encodeURIComponent(parent)}`;
      const { page, close } = await openNotes(iframeTo(frameOn(plain, query)));
      const frame = await lessonIn(page);
      await say(page, frame, `{ type: 'backprop-tutor:go', next: true }`);
      await expectRightDigits(frame);
      expect(await addressIn(frame)).toBe(here);
      expect(await told(page)).toEqual([]);
      await close();
    },
  );
});

test('the documentation’s script obeys only the frame that speaks', async () => {
  const { page, expectQuiet, close } = await openNotes(
    iframeTo(frameOn(plain, 'at=backward/w5')) +
      '<iframe srcdoc="" title="Another"></iframe>' +
      iframeTo('/impostor.html?embed.html', 'id="impostor"'),
    { before: () => Promise.resolve(pages.set('/impostor.html', '<!doctype html><p>Not a lesson</p>')) },
  );
  const frame = await lessonIn(page);
  await expectFit(page, frame);
  // A frame that was made too small would soon say what it needs.
  await page.evaluate(`
    globalThis.heights = [];
    new MutationObserver(([{ target }]) => heights.push(target.style.height)).observe(document.querySelector('iframe'), { attributes: true });
  `);
  const claim = `parent.postMessage({ type: 'backprop-tutor:height', version: 1, height: 55 }, '*')`;
  for (const other of [1, 2]) await page.evaluate(`frames[${other}].eval(${JSON.stringify(claim)})`);
  await expect
    .poll(() => page.locator('#impostor').evaluate((element) => element.clientHeight), {
      message: 'its own height it may choose',
      ...soon,
    })
    .toBe(55);
  expect(await page.evaluate('heights')).not.toContain('55px');
  await expectFit(page, frame);
  await expectQuiet();
  await close();
});

describe('where storage is shut', () => {
  test('in a page of another site', async () => {
    const { page, expectQuiet, close } = await openNotes(iframeTo(frameOn(plain, 'at=backward/w5')));
    const frame = await lessonIn(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    await expectRightDigits(frame);
    await expectFit(page, frame);
    await expectQuiet();
    await close();
  });

  test('in a sandbox, from a server with CORS headers', async () => {
    const { page, expectQuiet, close } = await openNotes(
      iframeTo(frameOn(sharing, 'at=backward/w5'), 'sandbox="allow-scripts"'),
    );
    const frame = await lessonIn(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    await expectRightDigits(frame);
    await expectFit(page, frame);
    await expectQuiet();
    await close();
  });

  test('in a sandbox, from a server without them: one refusal, then one script with everything in it', async () => {
    const scripts: string[] = [];
    const { page, noises, close } = await openNotes(
      iframeTo(frameOn(plain, 'at=backward/w5'), 'sandbox="allow-scripts"'),
      {
        before: (page) =>
          Promise.resolve(
            page.on('requestfinished', (request) => {
              if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
            }),
          ),
      },
    );
    const frame = await lessonIn(page);
    expect(await storageIn(frame)).toBe('SecurityError');
    await expectRightDigits(frame);
    await expectFit(page, frame);
    const fonts = await frame.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
    expect(fonts, 'fonts of formulas').toBeGreaterThan(0);
    expect(scripts).toEqual([expect.stringContaining('frame-boot'), expect.stringContaining('frame-classic')]);
    expect(noises).toEqual([
      expect.stringMatching(
        /^console error: Access to script at .* from origin 'null' has been blocked by CORS policy/,
      ),
      expect.stringMatching(/^console error: Failed to load resource: net::ERR_FAILED/),
    ]);
    await close();
  });
});

describe('an address with something else in it', () => {
  const payload = `<img src=x onerror="top.postMessage('executed','*')"><script>top.postMessage('executed','*')</script>`;
  const attack = "javascript:top.postMessage('executed','*')";

  test.each<[string, readonly (readonly [query: Record<string, string>, sentence: RegExp])[]]>([
    [
      'markup',
      [
        [{ lesson: payload }, /There is no lesson called “<img/],
        [{ at: payload, id: payload, theme: payload, panels: payload }, /./],
        [{ [payload]: '1' }, /“<img.*” means nothing in this frame’s address/],
      ],
    ],
    [
      'a script for an address',
      [
        [
          { src: attack, parent: attack },
          /“src=javascript:.*” in this frame’s address is not loaded.*is not an origin/,
        ],
        [{ src: ' \tJaVaScRiPt:alert(1)' }, /is not loaded/],
        [{ src: `data:text/html,${payload}` }, /“src=data:.*is not loaded/],
        [{ src: 'blob:https://tutor.example.org/1' }, /is not loaded/],
        [{ src: 'https://' }, /is not loaded/],
      ],
    ],
    [
      'too much',
      [
        [{ lesson: 'mazur'.repeat(2000) }, /“lesson” in this frame’s address has 10,000 characters/],
        [{ at: 'backward/w5'.repeat(1000) }, /“at” in this frame’s address has 11,000 characters/],
        [{ lessons: 'mazur', autoplay: '1' }, /“lessons”, “autoplay” mean nothing.*Known are: lesson, at, src/],
      ],
    ],
  ])('%s executes nothing and gets a sentence', async (_, cases) => {
    const frames = cases.map(([query]) => iframeTo(frameOn(plain, `${new URLSearchParams(query)}`)));
    const { page, expectQuiet, close } = await openNotes(frames.join(''));
    for (const [at, [, sentence]] of cases.entries()) {
      const frame = await frameAt(page, at);
      const sentences = async (): Promise<string> => (await frame.locator('[role=alert]').allInnerTexts()).join(' ');
      await expect.poll(sentences, soon).toMatch(sentence);
      expect(frame.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/embed\.html/);
    }
    // A picture that does not load says so in a task of its own.
    await page.waitForTimeout(300);
    expect((await told(page)).filter(({ data }) => data === 'executed')).toEqual([]);
    await expectQuiet();
    await close();
  });

  test('loads a lesson of one’s own from another host', async () => {
    const src = `http://127.0.0.1:${sharing.port}/own.md`;
    const { page, expectQuiet, close } = await openNotes(
      iframeTo(frameOn(plain, `${new URLSearchParams({ src, at: 'backward/w5', theme: 'dark' })}`)),
    );
    const frame = await lessonIn(page);
    await expectRightDigits(frame);
    expect(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
    await expectQuiet();
    await close();
  });
});

test('without scripts, the frame says so and leads on', async () => {
  const { page, close } = await openNotes(iframeTo(frameOn(plain, 'lesson=mazur'), 'sandbox=""'));
  const frame = page.frameLocator('iframe');
  expect(await frame.locator('noscript p').innerText()).toContain('This lesson needs JavaScript.');
  await frame.locator('noscript a').click();
  await frame.getByText('come to?').waitFor();
  await close();
});

test('where no script of it can be had, the frame says so', async () => {
  const { page, close } = await openNotes(iframeTo(frameOn(plain, 'lesson=mazur')), {
    before: (page) => page.route(/\/assets\/(embed|frame-classic)/, (route) => route.abort()),
  });
  await page.frameLocator('iframe').getByText('could not be loaded').waitFor();
  await close();
});
