import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { embed, type BpEmbed } from '../../components/bp-embed.js';
import '../../components/bp-lesson.js';
import type { BpLesson } from '../../components/bp-lesson.js';
import type { Embed } from '../../components/embed/embed.js';
import { hostIds, hosts, type HostId } from '../../components/embed/snippets.js';
import { readQuery } from '../../components/frame/read-query.js';
import { embed as words } from '../../components/words/embed.js';
import { expectAccessible, find } from './stand.js';

const changed = 'v1/mazur/backward/w5?after=2&set=w5:0.7&with=biases:shared&digits=12';

let lesson: BpLesson;
let button: HTMLButtonElement;

async function open(attributes: Readonly<Record<string, string>>): Promise<BpLesson> {
  const element = document.createElement('bp-lesson');
  for (const [name, value] of Object.entries({ ...attributes, loading: 'eager' })) element.setAttribute(name, value);
  document.body.append(element);
  await element.ready;
  return element;
}

/** The dialog, open for a lesson. */
async function dialogFor(address: string): Promise<{ element: BpEmbed; dialog: HTMLDialogElement }> {
  await lesson.open(address);
  button.focus();
  await embed(lesson, button);
  const element = find<BpEmbed>(document, 'bp-embed');
  return { element, dialog: find(element.shadowRoot!, 'dialog') };
}

/** What has a label. */
function labelled<T extends HTMLElement>(dialog: HTMLElement, label: string): T {
  const found = [...dialog.querySelectorAll('label')].find(({ innerText }) => innerText.trim().startsWith(label));
  const control = found?.control;
  if (!control) throw new Error(`Nothing is called ${label}.`);
  return control as unknown as T;
}

async function choose(element: BpEmbed, label: string, id: string): Promise<void> {
  await userEvent.selectOptions(labelled(find(element.shadowRoot!, 'dialog'), label), id);
  await element.updateComplete;
}

const textsIn = (dialog: HTMLElement): string[] => [...dialog.querySelectorAll('textarea')].map(({ value }) => value);

beforeEach(async () => {
  button = document.createElement('button');
  button.textContent = 'Embed';
  document.body.append(button);
  lesson = await open({ lesson: 'mazur' });
});

afterEach(() => {
  for (const element of document.querySelectorAll('bp-lesson, bp-embed, body > button')) element.remove();
  Reflect.deleteProperty(navigator, 'clipboard');
});

test('it says what opens, and offers every kind of page', async () => {
  const { element, dialog } = await dialogFor('v1/mazur/backward/w5');
  expect(dialog.innerText).toContain('Opens at “How much does E_total change when w5 changes?”');
  expect(dialog.innerText).not.toContain('you have changed');
  const list = labelled<HTMLSelectElement>(dialog, words.host);
  expect([...list.options].map(({ value, text }) => [value, text])).toEqual(
    hostIds.map((id) => [id, words.hosts[id].name]),
  );
  const folder = new URL('.', document.baseURI).href;
  for (const id of hostIds) {
    await choose(element, words.host, id);
    expect(dialog.innerText).toContain(words.hosts[id].note.replaceAll('`', ''));
    const expected = hosts[id](
      {
        address: 'v1/mazur/backward/w5',
        title: lesson.state!.lesson.title,
        question: 'How much does E_total change when w5 changes?',
        show: 'lesson',
        theme: 'auto',
      },
      folder,
    );
    expect(textsIn(dialog)).toEqual(expected.map(({ text }) => text));
  }
});

test('choices change the lines, and stay for the next time', async () => {
  const { element, dialog } = await dialogFor(changed);
  expect(dialog.innerText).toContain('with all you have changed');
  await choose(element, words.host, 'sphinx');
  await choose(element, words.show, 'everything');
  await choose(element, words.theme, 'dark');
  const height = labelled<HTMLInputElement>(dialog, words.height);
  expect(height.placeholder).toBe('as the step');
  await userEvent.fill(height, '480');
  await element.updateComplete;
  expect(textsIn(dialog)[1]).toContain('panels="all" height="480" theme="dark" style="display:block;min-height:480px"');
  await userEvent.keyboard('{Escape}');
  await dialogFor('v1/mazur/forward/net_h1');
  expect(textsIn(dialog)[1]).toContain(
    'at="forward/net_h1" panels="all" height="480" theme="dark" style="display:block;min-height:480px"',
  );
  expect(labelled<HTMLSelectElement>(dialog, words.host).value).toBe('sphinx');
});

test.each(['39', '5001', '12.5', 'tall'])('%s is no height, and gets a sentence', async (typed) => {
  const { element, dialog } = await dialogFor('v1/mazur/backward/w5');
  const height = labelled<HTMLInputElement>(dialog, words.height);
  await userEvent.fill(height, typed);
  await element.updateComplete;
  expect(find(dialog, '[role=alert]:not(:empty)').innerText).toContain('from 40 to 5000');
  expect(height.getAttribute('aria-invalid')).toBe('true');
  expect(height.getAttribute('aria-describedby')).toBe(find(dialog, '[role=alert]').id);
  expect(textsIn(dialog)[0]).not.toMatch(/ height=/);
  await userEvent.fill(height, '');
  await element.updateComplete;
  expect(find(dialog, '[role=alert]').innerText).toBe('');
  expect(height.getAttribute('aria-invalid')).toBe('false');
});

test('a formula has no height, but in a frame', async () => {
  const { element, dialog } = await dialogFor('v1/mazur/backward/w5');
  await choose(element, words.show, 'formula');
  expect(labelled<HTMLInputElement>(dialog, words.height).disabled).toBe(true);
  await choose(element, words.host, 'iframe');
  expect(labelled<HTMLInputElement>(dialog, words.height).disabled).toBe(false);
});

describe('the way in and out', () => {
  test('keys reach the choices first, and the focus returns to the button', async () => {
    const { element, dialog } = await dialogFor('v1/mazur/backward/w5');
    expect(element.shadowRoot!.activeElement).toBe(labelled(dialog, words.host));
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => [dialog.open, document.activeElement]).toEqual([false, button]);
  });

  test('so it does for who never had it', async () => {
    const { dialog } = await dialogFor('v1/mazur/backward/w5');
    dialog.close();
    await expect.poll(() => document.activeElement).toBe(button);
    // In Safari a click gives no focus to a button.
    button.blur();
    await embed(lesson, button);
    await userEvent.click(find(dialog, 'header button'));
    await expect.poll(() => [dialog.open, document.activeElement]).toEqual([false, button]);
  });

  test('a click beside it closes it; letting go there with text selected does not', async () => {
    const { dialog } = await dialogFor('v1/mazur/backward/w5');
    const press = (target: Element): boolean =>
      target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    press(find(dialog, 'textarea'));
    dialog.click();
    expect(dialog.open).toBe(true);
    const { left, top } = dialog.getBoundingClientRect();
    await userEvent.click(document.body, { position: { x: left / 2, y: top / 2 }, force: true });
    expect(dialog.open).toBe(false);
  });

  test('a lesson that is not open yet is waited for', async () => {
    const late = document.createElement('bp-lesson');
    late.setAttribute('lesson', 'mazur');
    late.setAttribute('loading', 'eager');
    const opening = embed(late, button);
    expect(document.querySelector('bp-embed')?.shadowRoot?.querySelector('dialog[open]') ?? null).toBeNull();
    document.body.append(late);
    await opening;
    expect(find<HTMLDialogElement>(find(document, 'bp-embed').shadowRoot!, 'dialog').open).toBe(true);
  });
});

test('a piece is copied, and that it was is said', async () => {
  const texts: string[] = [];
  const clipboard = { writeText: (text: string) => (texts.push(text), Promise.resolve()) };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  const { element, dialog } = await dialogFor(changed);
  await choose(element, words.host, 'reveal');
  const [, second] = dialog.querySelectorAll<HTMLButtonElement>('.snippet button');
  expect(second!.ariaLabel).toBe('Copy: On a slide of its own');
  await userEvent.click(second!);
  await expect.poll(() => second!.innerText).toBe('Copied');
  expect(texts).toEqual([textsIn(dialog)[1]]);
  expect(find(dialog, '[role=status]').innerText).toBe('Copied');
  expect(find(dialog, '.snippet button').innerText).toBe('Copy');
  await expect.poll(() => second!.innerText, { timeout: 3000 }).toBe('Copy');

  clipboard.writeText = () => Promise.reject(new Error('refused'));
  await userEvent.click(second!);
  await expect.poll(() => find(dialog, '.snippet [role=alert]').innerText).toBe(words.refused);
  const area = dialog.querySelectorAll('textarea')[1]!;
  expect([area.selectionStart, area.selectionEnd]).toEqual([0, area.value.length]);
});

const site = 'https://tutor.example.org/';
const text = (id: HostId, wish: Embed, place = 'page'): string =>
  hosts[id](wish, site).find((snippet) => snippet.place === place)?.text ?? '';
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const attributesOf = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

describe('what a browser makes of the lines', () => {
  const hostile = `"'><img src=x onerror=alert(1)>&quot;&amp;</a></bp-lesson><!--`;

  test.each(['plain', 'mkdocs', 'vitepress', 'hugo', 'sphinx', 'reveal'] as const)('%s', (id) => {
    for (const address of [changed, `v1/mazur/${hostile}?set=${hostile}`]) {
      const wish: Embed = { address, title: hostile, question: hostile, show: 'lesson', theme: 'light' };
      const page = parse(text(id, wish, id === 'reveal' ? 'slide' : 'page'));
      const inside = [...page.querySelectorAll('bp-lesson, bp-lesson *')];
      expect(inside.map(({ localName }) => localName)).toEqual(['bp-lesson', 'a']);
      expect(attributesOf(inside[0]!)).toMatchObject({ lesson: 'mazur', at: address, theme: 'light' });
      expect(attributesOf(inside[1]!)).toEqual({ href: `${site}#${address}` });
      expect(inside[1]!.textContent).toBe(hostile);
      expect(page.querySelectorAll('img')).toHaveLength(0);
    }
  });

  test('iframe', () => {
    const wish: Embed = { address: `v1/mazur/${hostile}`, title: hostile, question: '', show: 'still', theme: 'light' };
    const [frame, ...others] = parse(text('iframe', wish)).body.children;
    expect(others).toEqual([]);
    expect(frame).toBeInstanceOf(HTMLIFrameElement);
    const { src, title, style } = frame as HTMLIFrameElement;
    expect([title, style.height]).toEqual([hostile, '640px']);
    expect(src).toBe(new URL(text('iframe', wish, 'address')).href);
  });

  const own = 'net = w*x + b # "1" < 2 & \'3\'\nE_total = (net - t)^2 * 0.5';

  test.each([
    'v1/mazur/backward/w5',
    changed,
    'v1/mazur/backward/w5?paper=yes&view=local&show=formula',
    'v1/mazur/update/w1?digits=4',
    `v1/mazur/backward/w?set=w:1,x:2,b:0.1,t:0.5&program=${encodeURIComponent(own)}`,
    'v1/softmax-cross-entropy/backward/W[2,1]?set=W[1,2]:0.5&form=matrix',
    'v1/softmax-cross-entropy/backward/W?digits=5&form=matrix',
  ])('%s opens again', async (address) => {
    await lesson.open(address);
    const here = lesson.address;
    expect(here).toBe(address);
    const wish: Embed = { address: here, title: '', question: '', show: 'lesson', theme: 'auto' };
    const element = parse(text('plain', wish)).querySelector('bp-lesson')!;
    expect((await open(attributesOf(element))).address).toBe(here);
    const { src } = parse(text('iframe', wish)).querySelector('iframe')!;
    const { attributes, complaints } = readQuery(new URL(src).search, site);
    expect(complaints).toEqual([]);
    expect((await open(attributes)).address).toBe(here);
  });
});

test.each(['plain', 'iframe', 'jupyter'])('axe finds nothing: %s', async (id) => {
  const { element, dialog } = await dialogFor(changed);
  await choose(element, words.host, id);
  await userEvent.fill(labelled<HTMLInputElement>(dialog, words.height), '1');
  await element.updateComplete;
  await expectAccessible(element);
});
