import { basename } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import katex from 'katex';
import { tsImport } from 'tsx/esm/api';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { commonKatex } from './components/build/common-katex.js';
import { shortStyles } from './components/build/short-styles.js';
import { wholeScripts } from './components/build/whole-scripts.js';
import type * as FirstStep from './components/static/first-step.js';
import type { Lesson } from './src/lesson/lesson.js';
import type * as LessonReader from './src/lesson/read-lesson.js';

/** What the built page may do. Lit's templates are the only HTML that may be written as text. */
const policy = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** A frame may read a lesson from anywhere (`src=`). Where no module loads, its fonts are inside a classic script. */
const framePolicy = [
  policy.replace('trusted-types lit-html', 'trusted-types lit-html backprop-tutor'),
  "connect-src 'self' http: https:",
  "font-src 'self' data:",
].join('; ');

/** The page of a class connects to the server in its link, which nobody knows beforehand. It takes the rest away itself once it knows. */
const followPolicy = `${policy}; connect-src 'self' ws: wss:`;

/** The site is built in several goes; each lesson is read in the first. */
const lessonsRead = new Map<string, Promise<Lesson>>();

/**
 * Built-in lessons are read when the site is built, so that showing one needs no parser. The prose of later steps and
 * the published numbers and the walkthroughs (`?later`) come as a part of their own: the first step can be read without them. What the course page says of a lesson
 * (`?about`) comes without the lesson.
 */
export function lessons(): Plugin {
  return {
    name: 'lessons',
    transform: {
      filter: { id: /\/lessons\/[^/]+\.md(\?later|\?about)?$/ },
      async handler(text, id) {
        const { readLesson } = (await tsImport('./src/lesson/read-lesson.ts', {
          parentURL: import.meta.url,
          onImport: (url) => {
            if (url.startsWith('file:') && !url.includes('/node_modules/')) this.addWatchFile(fileURLToPath(url));
          },
        })) as typeof LessonReader;
        const file = basename(id).replace(/\?.*/, '');
        // While one works on it, what reads a lesson may change too.
        const reading = (!this.meta.watchMode && lessonsRead.get(text)) || readLesson(text, file);
        lessonsRead.set(text, reading);
        const lesson = await reading.catch((error: Error) => this.error(error.message));
        if (id.endsWith('?about')) {
          const { title, summary, needs } = lesson;
          return { code: `export default ${JSON.stringify({ id: lesson.id, title, summary, needs })};`, map: null };
        }
        const { name } = lesson.program.lines[0]!;
        const first = ['lesson', `forward/${name}`, `forward/${name}[1]`, `loss/${name}`];
        const [now, later] = [true, false].map((isFirst) =>
          lesson.sections.filter(({ ref }) => first.includes(ref) === isFirst),
        );
        const { published, walkthroughs } = lesson;
        if (id.endsWith('?later')) {
          const code = `export default ${JSON.stringify({ sections: later, published, walkthroughs })};`;
          return { code, map: null };
        }
        const code = `export default ${JSON.stringify({ ...lesson, sections: now, published: [], walkthroughs: [] })};
          export const later = () => import(${JSON.stringify(`./${file}?later`)});`;
        return { code, map: null };
      },
    },
  };
}

/**
 * The first lesson's first step as plain HTML in the built page, so that it can be read before, and without,
 * any script. KaTeX's MathML has no inline styles, so the policy lets it stand.
 */
function firstStep(): Plugin {
  return {
    name: 'first-step',
    apply: 'build',
    async transformIndexHtml(page, { path }) {
      if (path !== '/index.html') return page;
      const file = fileURLToPath(new URL('lessons/mazur.md', import.meta.url));
      const { readLesson } = (await tsImport('./src/lesson/read-lesson.ts', import.meta.url)) as typeof LessonReader;
      const { firstStepHtml } = (await tsImport(
        './components/static/first-step.ts',
        import.meta.url,
      )) as typeof FirstStep;
      const lesson = await readLesson(await readFile(file, 'utf8'), 'mazur.md');
      const math = (tex: string): string =>
        katex
          .renderToString(tex, { output: 'mathml', strict: 'ignore', trust: true })
          .replace(/<annotation.*?<\/annotation>/gs, '');
      return page.replace('</bp-tutor>', `${firstStepHtml(lesson, math)}\n    </bp-tutor>`);
    },
  };
}

/** The tutor shows a lesson at once: what its element would ask for next is fetched beside it. In a sandboxed frame that would fail, loudly. */
function sheetAtOnce(): Plugin {
  return {
    name: 'sheet-at-once',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { path, bundle = {} }) {
        if (path !== '/index.html') return [];
        const scripts = Object.values(bundle).filter(({ fileName }) =>
          /assets\/(?:sheet|element)-[^/]*\.js$/.test(fileName),
        );
        return scripts.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        }));
      },
    },
  };
}

const policies: Readonly<Record<string, string>> = { '/embed.html': framePolicy, '/follow.html': followPolicy };

/** In the built page only: Vite's development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: (_, { path }) => {
      const content = policies[path] ?? policy;
      return [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' }];
    },
  };
}

const elementModules = new Set<string>();

/** The modules of the element alone. What it says comes with the parts that say it. */
function elementChunk(id: string, modules: Pick<Rolldown.PluginContext, 'getModuleInfo'>): string | null {
  elementModules.add(fileURLToPath(new URL('components/bp-lesson.ts', import.meta.url)));
  for (const each of elementModules) {
    const imported = modules.getModuleInfo(each)?.importedIds ?? [];
    for (const one of imported) if (!one.includes('/components/words')) elementModules.add(one);
  }
  // Every page of the tutor's own needs these two, and no page should need a file more for them.
  const isShared = /components\/tutor\/(memory|theme)\.ts$/.test(id);
  return isShared || elementModules.has(id) ? 'element' : null;
}

/** Which packages are in which file of the build, for the budgets. */
function packageList(): Plugin {
  return {
    name: 'package-list',
    apply: 'build',
    generateBundle(_, bundle) {
      const packages: Record<string, string[]> = {};
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
        const names = modules.map(([id]) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1]);
        packages[chunk.fileName] = [...new Set(names)].filter((name) => name !== undefined);
      }
      this.emitFile({ type: 'asset', fileName: '.vite/packages.json', source: JSON.stringify(packages, null, 2) });
    },
  };
}

export default defineConfig({
  // Relative addresses, so that the site works from any folder of any host.
  base: './',
  plugins: [
    lessons(),
    commonKatex(),
    shortStyles(),
    firstStep(),
    sheetAtOnce(),
    contentSecurityPolicy(),
    packageList(),
    wholeScripts(() => [lessons(), shortStyles()]),
  ],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: 'dist/site',
    target: 'es2022',
    manifest: true,
    // A font as a data: address would break the policy.
    assetsInlineLimit: 0,
    // It would add links to the head of other people's pages.
    modulePreload: false,
    rolldownOptions: {
      input: {
        index: 'index.html',
        embed: 'embed.html',
        follow: 'follow.html',
        stage: 'stage.html',
        notes: 'notes.html',
        handout: 'handout.html',
        'backprop-tutor': 'components/elements.ts',
        // Loaded by the element only; it is named here so that what it needs at once is told from what may come later.
        sheet: 'components/lesson/sheet.ts',
      },
      preserveEntrySignatures: 'exports-only',
      output: {
        // Other people's pages name these two, so their names stay; the parts they load carry their content's hash.
        entryFileNames: ({ name }) => (name === 'backprop-tutor' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Two files that every lesson needs, each as one: they compress better than fifteen.
        codeSplitting: {
          groups: [
            // All that a page loads whose lessons are out of sight.
            { name: elementChunk, debugName: 'element' },
            // What a lesson needs besides, until its first step stands there.
            {
              name: 'sheet',
              tags: ['$initial'],
              test: /^(?!.*(\.html|components.(words.)?(main|frame|elements|bp-tutor|tutor|bp-follow|follow|handout|stage)\b))/,
            },
          ],
        },
      },
    },
  },
});
