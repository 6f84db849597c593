import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mazurValues } from '../page/mazur-values.js';
import { opened } from '../page/notes-page.js';
import { openPage } from '../page/open-page.js';
import { isRounded, slotsOn } from '../page/shown.js';
import { hostFolder } from '../page/static-host.js';
import { proven } from '../page/tutor-page.js';

const run = promisify(execFile);
const bin = (tool: string): string => resolve('node_modules/.bin', tool);

/** An empty project of somebody else, with the packed package installed in it. */
let project = '';
let packed = '';

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'backprop-tutor-user-'));
  const { stdout } = await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project]);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  packed = join(project, filename);
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'notes', private: true, type: 'module' }));
  const quietly = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
  await run('npm', ['install', ...quietly, packed], { cwd: project });
}, 180_000);

afterAll(() => rm(project, { recursive: true, force: true }));

test('publint finds nothing', async () => {
  const { stdout } = await run(bin('publint'), ['run', packed, '--strict']);
  expect(stdout).toContain('All good!');
});

test('are-the-types-wrong finds nothing for those who import modules', async () => {
  const { stdout } = await run(bin('attw'), [packed, '--profile', 'esm-only', '--format', 'json']);
  const { problems = {} } = JSON.parse(stdout) as { problems?: Record<string, readonly { resolutionKind?: string }[]> };
  const found = Object.values(problems)
    .flat()
    // A package of modules has no entry for `require`.
    .filter(({ resolutionKind }) => !['node10', 'node16-cjs'].includes(resolutionKind ?? ''));
  expect(found).toEqual([]);
});

const program = `
import { BpLesson, type BpNetwork, type ChangeEvent } from 'backprop-tutor';
import { gradientOf, readProgram } from 'backprop-tutor/engine';
import widget from 'backprop-tutor/anywidget';

const lesson: BpLesson = document.createElement('bp-lesson');
lesson.lesson = 'mazur';
lesson.addEventListener('bp-change', (event: ChangeEvent) => console.log(event.address.toUpperCase()));
lesson.addEventListener('bp-complete', ({ address }) => lesson.goTo(address));
const network: BpNetwork | null = document.querySelector('bp-network');
network?.setAttribute('for', 'lesson');
// @ts-expect-error there is no such view
lesson.view = 'tensor';
console.log(gradientOf('w5'), readProgram, widget.render);
`;

test('its types hold in a strict project that checks its libraries too', async () => {
  await writeFile(join(project, 'notes.ts'), program);
  await writeFile(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2024', 'dom', 'dom.iterable'],
        skipLibCheck: false,
        types: [],
      },
      files: ['notes.ts'],
    }),
  );
  const { stdout } = await run(bin('tsc'), ['-p', project]).catch((error: { stdout: string }) => error);
  expect(stdout).toBe('');
});

test('the engine runs in Node', async () => {
  const script = `import { readProgram } from 'backprop-tutor/engine';
    const { lines } = await readProgram('net = w*x\\nL = (net - 1)^2', { loss: 'L' });
    console.log(lines.map(({ name }) => name).join());`;
  await writeFile(join(project, 'engine.js'), script);
  const { stdout } = await run(process.execPath, ['engine.js'], { cwd: project });
  expect(stdout.trim()).toBe('net,L');
});

test('its command prints a step', async () => {
  const { stdout } = await run(
    'npx',
    ['--no', 'backprop-tutor', 'export', 'mazur', '--at', 'backward/w5', '--format', 'markdown'],
    {
      cwd: project,
    },
  );
  expect(stdout).toContain('$$');
  expect(stdout).toContain(mazurValues().get('backward/w5')!.slice(0, 10));
});

test('bundled with a site, the element works, fonts included', async () => {
  const source = join(project, 'site');
  await mkdir(source);
  await writeFile(
    join(source, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="./main.js"></script><bp-lesson lesson="mazur" at="backward/w5"></bp-lesson>',
  );
  await writeFile(join(source, 'main.js'), "import 'backprop-tutor';");
  await build({
    root: source,
    base: './',
    logLevel: 'error',
    configFile: false,
    build: { outDir: join(project, 'out') },
  });
  const host = await hostFolder(join(project, 'out'), false);
  const { page, expectQuiet, close } = await openPage({ site: `http://127.0.0.1:${host.port}/`, path: 'index.html' });
  await opened(page);
  await proven(page);
  const shown = (await slotsOn(page)).find(({ ref }) => ref === 'backward/w5');
  expect(isRounded(shown!.text, mazurValues().get('backward/w5')!, 9)).toBe(true);
  const fonts = await page.evaluate(() => [...document.fonts].map(({ status }) => status));
  expect(fonts).toContain('loaded');
  expect(fonts).not.toContain('error');
  await expectQuiet();
  await close();
  await host.close();
});

interface Declaration {
  readonly tagName?: string;
  readonly name: string;
  readonly description?: string;
  readonly summary?: string;
  readonly attributes?: readonly { readonly name?: string; readonly description?: string }[];
}

test('the manifest describes every element that a page may use, and every attribute of a lesson', () => {
  const { modules } = JSON.parse(
    readFileSync(join(project, 'node_modules/backprop-tutor/dist/custom-elements.json'), 'utf8'),
  ) as { modules: readonly { readonly declarations?: readonly Declaration[] }[] };
  const elements = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
  const names = elements.map(({ tagName }) => tagName!);
  for (const part of ['bp-derivation', 'bp-network', 'bp-formula', 'bp-number', 'bp-values', 'bp-stepper'])
    expect(names).toContain(part);
  const lesson = elements.find(({ tagName }) => tagName === 'bp-lesson')!;
  const attributes = lesson.attributes!.filter(({ description }) => description).map(({ name }) => name);
  expect(attributes.toSorted()).toEqual([
    'at',
    'digits',
    'from',
    'hash',
    'height',
    'keys',
    'lesson',
    'loading',
    'panels',
    'src',
    'static',
    'theme',
    'to',
    'view',
  ]);
  for (const { tagName, summary, description } of elements) expect(summary ?? description, tagName).toBeTruthy();
});
