import { expect, test } from 'vitest';
import type { BpLesson } from '../../components/bp-lesson.js';
import { mazurValues } from './mazur-values.js';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { hostFolder } from './static-host.js';
import { proven } from './tutor-page.js';

/** Takes the file as text, as notebooks do, with a model that only holds values, as MyST's does. */
const notebook = `<!doctype html><meta charset="utf-8"><main></main>
  <script type="module">
    const source = await (await fetch('anywidget.js')).text();
    const { default: widget } = await import(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
    globalThis.values = { lesson: 'mazur', at: 'backward/w5', panels: ['derivation', 'controls'] };
    const refuse = () => { throw new Error('not implemented'); };
    const model = {
      get: (name) => values[name],
      set: (name, value) => (values[name] = value),
      on() {},
      off: refuse,
      save_changes: refuse,
    };
    globalThis.takeAway = widget.render({ model, el: document.querySelector('main') });
  </script>`;

// Jupyter's own front end is tried in test/hosts/jupyter.
test('the widget is one file that needs nothing around it', async () => {
  const host = await hostFolder('dist/site', false, new Map([['/notebook.html', notebook]]));
  const site = `http://127.0.0.1:${host.port}/`;
  const asked: string[] = [];
  const { page, expectQuiet, close } = await openPage({
    width: 900,
    site,
    path: 'notebook.html',
    before: (page) => Promise.resolve(page.on('request', (request) => asked.push(request.url()))),
  });
  await page.locator('bp-derivation').waitFor();
  await proven(page);
  const right = mazurValues().get('backward/w5')!;
  const shown = (await slotsOn(page, 'bp-derivation')).filter(({ ref }) => ref === 'backward/w5');
  expect(shown).not.toEqual([]);
  for (const { text } of shown) expect(isRounded(text, right, 9), `${text} for ${right}`).toBe(true);
  await page.locator('bp-lesson').evaluate((lesson) => (lesson as BpLesson).next());
  await expect.poll(() => page.evaluate('values.step')).toBe('backward/w6');
  expect(await page.locator('bp-lesson').getAttribute('panels')).toBe('derivation controls');
  await page.evaluate('takeAway()');
  expect(await page.locator('bp-lesson').count()).toBe(0);
  expect(asked.filter((url) => url.startsWith('http') && !url.endsWith('favicon.ico'))).toEqual([
    `${site}notebook.html`,
    `${site}anywidget.js`,
  ]);
  await expectQuiet();
  await close();
  await host.close();
});
