import { readFileSync } from 'node:fs';
import { env } from 'node:process';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BpLesson } from '../../../components/bp-lesson.js';
import { mazurValues } from '../../page/mazur-values.js';
import { openPage, type OpenPage } from '../../page/open-page.js';
import { isRounded, slotsOn } from '../../page/shown.js';
import { hostFolder, type StaticHost } from '../../page/static-host.js';
import { proven } from '../../page/tutor-page.js';
import { npmPackages, provide } from '../needs.js';

const folder = 'test/hosts/jupyter';
// As other hosts that `npm ci` does not install, on request.
const missing = env.HOSTS === 'all' ? await provide({ needs: [npmPackages(folder)] }) : 'it is tried with HOSTS=all';

const kind = {
  model_name: 'AnyModel',
  model_module: 'anywidget',
  model_module_version: '~0.11.*',
  view_name: 'AnyView',
  view_module: 'anywidget',
  view_module_version: '~0.11.*',
};

/** The state of a widget as a notebook holds it: what Python's `anywidget.AnyWidget` with these traits sends. */
const widget = (traits: object): object => ({
  ...Object.fromEntries(Object.entries(kind).map(([name, value]) => [`_${name}`, value])),
  _anywidget_id: 'notes.Lesson',
  _esm: readFileSync(`${env.TUTOR_SITE ?? 'dist/site'}/anywidget.js`, 'utf8'),
  _css: '',
  address: '',
  step: '',
  ...traits,
});

const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** Jupyter's widget manager and anywidget's front end, as npm has them. */
const frontEnd = `<!doctype html><meta charset="utf-8">
  <script src="/node_modules/requirejs/require.js"></script>
  <script>requirejs.config({ paths: { anywidget: '/node_modules/anywidget/dist/index' } });</script>
  <body>`;

/** Jupyter's own manager warns of its own JSON schema. */
const isOurs = (noise: string): boolean => !noise.includes('(strictTypes)');

describe.skipIf(missing)(missing === undefined ? 'jupyter' : `jupyter (skipped: ${missing})`, () => {
  const pages = new Map<string, string>();
  let host: StaticHost;
  beforeAll(async () => {
    host = await hostFolder(folder, false, pages);
  });
  afterAll(() => host.close());

  const open = (page: string): Promise<OpenPage> => {
    pages.set('/notebook.html', page);
    return openPage({ width: 900, site: `http://127.0.0.1:${host.port}/`, path: 'notebook.html' });
  };
  const addressOn = (page: Page): Promise<string> =>
    page.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).address);

  test('a notebook saved as HTML shows the right number, with no kernel', async () => {
    const state = widget({ lesson: 'mazur', at: 'backward/w5' });
    const saved = { version_major: 2, version_minor: 0, state: { id: { ...kind, state } } };
    const { page, noises, close } = await open(`${frontEnd}
      <script src="/node_modules/@jupyter-widgets/html-manager/dist/embed-amd.js"></script>
      <script type="application/vnd.jupyter.widget-state+json">${json(saved)}</script>
      <script type="application/vnd.jupyter.widget-view+json">{"version_major":2,"version_minor":0,"model_id":"id"}</script>`);
    await page.locator('bp-derivation').waitFor();
    await proven(page);
    const right = mazurValues().get('backward/w5')!;
    const shown = (await slotsOn(page, 'bp-derivation')).filter(({ ref }) => ref === 'backward/w5');
    expect(shown).not.toEqual([]);
    for (const { text } of shown) expect(isRounded(text, right, 9), `${text} for ${right}`).toBe(true);
    expect(noises.filter(isOurs)).toEqual([]);
    await close();
  });

  test('what Python sets the lesson shows; where the reader goes Python learns; a closed view is gone', async () => {
    const { page, noises, close } = await open(`${frontEnd}
      <script src="/node_modules/@jupyter-widgets/html-manager/dist/libembed-amd.js"></script>
      <main></main>
      <script>
        // What stands between a widget and its kernel: messages.
        const sent = [];
        let hear;
        const comm = {
          comm_id: 'id', target_name: 'jupyter.widget',
          on_msg: (callback) => (hear = callback), on_close() {}, close() {},
          send(data, { iopub }) {
            sent.push(data);
            // A kernel says when it is done; until then the next change waits.
            setTimeout(() => iopub.status({ content: { execution_state: 'idle' } }));
            return 'message ' + sent.length;
          },
        };
        const python = (state) => hear({ content: { data: { method: 'update', state } }, parent_header: {} });
        const load = (name) => new Promise((loaded, failed) => require([name], (module) => loaded(module), failed));
        const shown = load('@jupyter-widgets/html-manager').then(async ({ HTMLManager }) => {
          const manager = new HTMLManager({ loader: load });
          const state = ${json(widget({ lesson: 'mazur', at: 'backward/w5', digits: 0, static: false, panels: '' }))};
          const model = await manager.new_model({ ...${json(kind)}, model_id: 'id', comm }, state);
          const view = await manager.create_view(model);
          await manager.display_view(view, document.querySelector('main'));
          return view;
        });
      </script>`);
    const python = (state: object): Promise<unknown> => page.evaluate(`python(${JSON.stringify(state)})`);
    const learnt = async (): Promise<unknown> => {
      const sent = await page.evaluate<{ state: Record<string, unknown> }[]>('sent');
      return Object.assign({}, ...sent.map(({ state }) => state)) as unknown;
    };
    await page.locator('bp-derivation').waitFor();
    await expect.poll(learnt).toMatchObject({ address: 'v1/mazur/backward/w5', step: 'backward/w5' });
    await page.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).next());
    await expect.poll(learnt).toMatchObject({ address: 'v1/mazur/backward/w6', step: 'backward/w6' });
    await python({ at: 'backward/w1' });
    await expect.poll(() => addressOn(page)).toBe('v1/mazur/backward/w1');
    await expect.poll(learnt).toMatchObject({ step: 'backward/w1' });
    await python({ from_: 'forward/net_h1', theme: 'dark', digits: 5, static: true });
    const attributes = (): Promise<Record<string, string>> =>
      page
        .locator('bp-lesson')
        .evaluate(({ attributes }) => Object.fromEntries([...attributes].map(({ name, value }) => [name, value])));
    await expect.poll(attributes).toMatchObject({ from: 'forward/net_h1', theme: 'dark', digits: '5', static: '' });
    await python({ from_: '', digits: 0, static: false });
    await expect
      .poll(async () => Object.keys(await attributes()).filter((name) => /from|digits|static/.test(name)))
      .toEqual([]);
    await page.evaluate('shown.then((view) => view.remove())');
    await expect.poll(() => page.locator('bp-lesson').count()).toBe(0);
    await python({ at: 'backward/w5' });
    expect(noises.filter(isOurs)).toEqual([]);
    await close();
  });
});
