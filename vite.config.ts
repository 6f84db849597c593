import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { defineConfig, type Plugin } from 'vite';
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

/** Built-in lessons are read when the site is built, so that showing one needs no parser. */
export function lessons(): Plugin {
  return {
    name: 'lessons',
    transform: {
      filter: { id: /\/lessons\/[^/]+\.md$/ },
      async handler(text, id) {
        const { readLesson } = (await tsImport('./src/lesson/read-lesson.ts', {
          parentURL: import.meta.url,
          onImport: (url) => {
            if (url.startsWith('file:') && !url.includes('/node_modules/')) this.addWatchFile(fileURLToPath(url));
          },
        })) as typeof LessonReader;
        const lesson = await readLesson(text, basename(id)).catch((error: Error) => this.error(error.message));
        return { code: `export default ${JSON.stringify(lesson)};`, map: null };
      },
    },
  };
}

/** In the built page only: Vite's development server needs inline scripts. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
    ],
  };
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
  plugins: [lessons(), contentSecurityPolicy(), packageList()],
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: 'dist/site',
    target: 'es2022',
    manifest: true,
    // A font as a data: address would break the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
