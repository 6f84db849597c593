import { expect, test } from 'vitest';
import { readImports, type Import } from './tools/read-imports.js';

/** The engine's floors, top first. A folder may use its own files and the floors below; beside it, only types. */
const floors = [
  ['state'],
  ['lesson', 'training'],
  ['trace'],
  ['tensors'],
  ['program'],
  ['interpret', 'optimisers'],
  ['ops', 'blocks'],
  ['numbers'],
  ['formula'],
];

/** What every floor may use: how to complain, and what an op is. */
const contracts = ['src/complaint.ts', 'src/ops/op.ts'];

/** Where the engine is entered: the index, and and what a plain visit does without: the readers, with their parsers, and opening links. */
const doors = [
  'src/index.ts',
  'src/read.ts',
  'src/read-file.ts',
  'src/open.ts',
  'src/tensor-views.ts',
  'src/engine.ts',
];

/** Which files may use a package at run time. Nothing else may, and the engine sees nothing that is not listed. */
const packages: Readonly<Record<string, RegExp>> = {
  lit: /^components\//,
  katex: /^components\/formula\//,
  mathjs: /^src\/(program\/mathjs-parser|numbers\/[^/]+)\.ts$/,
  'fraction.js': /^src\/numbers\//,
  'fastest-levenshtein': /^src\/program\//,
  yaml: /^src\/lesson\//,
  'markdown-it': /^src\/lesson\//,
  uqr: /^components\/qr\//,
  'd3-contour': /^components\/plots\//,
  valibot: /^components\/(follow|stage)\//,
  '@nats-io/nats-core': /^components\/follow\/connection\.ts$/,
  vite: /^components\/build\//,
  // Only the command line runs in Node.
  'node:crypto': /^components\/export\/integrity\.ts$/,
  'node:fs': /^components\/export\/(integrity|open-lesson|run)\.ts$/,
  'node:path': /^components\/export\/(integrity|open-lesson|cli)\.ts$/,
  'node:url': /^components\/export\/cli\.ts$/,
  'node:util': /^components\/export\/arguments\.ts$/,
};

/** What of mathjs makes a parser or needs one. Only src/program/mathjs-parser.ts may name it. */
const parser = /^(all|parse|evaluate|compile|derivative|simplify|rationalize|resolve)(Dependencies)?$|\*/;

const imports = ['src', 'components', 'lessons'].flatMap(readImports);
const inFolder = (folder: string) => imports.filter(({ from }) => from.startsWith(`${folder}/`));
const say = ({ from, line, to }: Import) => `${from}:${line} imports ${to}`;

function floorOf(file: string): number {
  const folder = /^src\/([^/]+)\//.exec(file)?.[1] ?? '';
  return floors.findIndex((floor) => floor.includes(folder));
}

function breaksFloor({ from, to, typeOnly }: Import): boolean {
  if (doors.includes(from) || contracts.includes(to)) return false;
  const [above, below] = [floorOf(from), floorOf(to)];
  if (above < 0 || below < 0) return true;
  if (above !== below) return above > below;
  return !typeOnly && from.split('/')[1] !== to.split('/')[1];
}

test('the imports were found', () => {
  expect(imports.length).toBeGreaterThan(10);
});

test('in the engine nothing imports from a floor above', () => {
  const inside = inFolder('src').filter(({ packageName }) => packageName === undefined);
  expect(inside.filter(breaksFloor).map(say)).toEqual([]);
});

test('the engine imports no components, no Lit and no KaTeX, not even their types', () => {
  const foreign = inFolder('src').filter(({ to, packageName }) =>
    packageName === undefined ? !to.startsWith('src/') : ['lit', 'katex'].includes(packageName),
  );
  expect(foreign.map(say)).toEqual([]);
});

test('components enter the engine through its doors only', () => {
  const deep = inFolder('components').filter(({ to }) => to.startsWith('src/') && !doors.includes(to));
  expect(deep.map(say)).toEqual([]);
});

test('lessons are data: they import types and lesson files only', () => {
  const code = inFolder('lessons').filter(({ to, typeOnly }) => !typeOnly && !/^lessons\/[^/]+\.md$/.test(to));
  expect(code.map(say)).toEqual([]);
});

test('each package is used only where it belongs', () => {
  const misplaced = imports.filter(
    ({ from, packageName, typeOnly }) => packageName !== undefined && !typeOnly && !packages[packageName]?.test(from),
  );
  expect(misplaced.map(say)).toEqual([]);
});

test('the page never loads what only the command line needs', () => {
  const own = /^components\/(export|static|handout)\//;
  const wrong = inFolder('components').filter(({ from, to }) => !own.test(from) && own.test(to));
  expect(wrong.map(say)).toEqual([]);
});

test('exactly one file runs KaTeX; its fonts and styles may be named beside it', () => {
  const users = imports.filter(({ to }) => to === 'katex').map(({ from }) => from);
  expect(users).toHaveLength(1);
});

test('only one file names the parser of mathjs', () => {
  const users = imports.filter(
    ({ from, packageName, typeOnly, names }) =>
      packageName === 'mathjs' &&
      !typeOnly &&
      from.startsWith('src/numbers/') &&
      names.some((name) => parser.test(name)),
  );
  expect(users.map(say)).toEqual([]);
});

test('relative imports carry the extension that a browser and Node need', () => {
  const bare = imports.filter(
    ({ written }) => written.startsWith('.') && !/\.(js|md|css|svg|woff2)(\?\w+)?$/.test(written),
  );
  expect(bare.map(say)).toEqual([]);
});
