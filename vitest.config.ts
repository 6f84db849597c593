import './test/tools/map-group-by.js';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch, findChromium, findFirefox, type Launch } from './test/tools/find-browser.js';
import { lessons } from './vite.config.js';

const chromium = findChromium();
const firefox = findFirefox();

function drive({ args, ...launch }: Launch) {
  return playwright({ launchOptions: { ...launch, args: [...args] } });
}

export default defineConfig({
  plugins: [lessons()],
  test: {
    maxWorkers: 2,
    // A busy machine may need longer than the second that Vitest allows.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Long computations in decimals, on a machine that does other things too.
          testTimeout: 30_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**', 'test/page/**', 'test/budget/**', 'test/hosts/**', 'test/package/**'],
        },
      },
      {
        extends: true,
        // Found while a test runs, they would reload the page under it.
        optimizeDeps: {
          include: [
            'axe-core',
            'fast-check',
            'fastest-levenshtein',
            'fraction.js',
            'katex',
            'katex/dist/katex.mjs',
            'lit',
            'lit/decorators.js',
            'lit/directive-helpers.js',
            'lit/directive.js',
            'lit/directives/class-map.js',
            'lit/directives/guard.js',
            'lit/directives/if-defined.js',
            'lit/directives/keyed.js',
            'lit/directives/live.js',
            'lit/directives/repeat.js',
            'mathjs',
            'mathjs/number',
            'markdown-it',
            'yaml',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          setupFiles: ['test/browser/setup.ts'],
          // Of several pages of Firefox only one has the focus.
          fileParallelism: !firefox,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright(),
            instances: [
              ...(chromium ? [{ browser: 'chromium' as const, provider: drive(chromiumLaunch(chromium)) }] : []),
              ...(firefox ? [{ browser: 'firefox' as const, provider: drive(firefox) }] : []),
            ],
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          include: ['test/page/**/*.test.ts'],
          globalSetup: ['test/page/serve.ts'],
          // Some walk through all steps several times.
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'budget',
          include: ['test/budget/**/*.test.ts'],
          globalSetup: ['test/page/serve.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/page/serve.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: ['test/hosts/**/*.test.ts'],
          globalSetup: ['test/page/serve.ts'],
          // A generator may have to be installed first.
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
