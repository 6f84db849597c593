import { build, type Plugin, type Rolldown } from 'vite';

/** A script with everything in it, made by a build of its own in the course of the site's. */
interface Whole {
  readonly input: string;
  /** The site's files name it so; without a folder, other people's pages do, so the name stays. */
  readonly fileName?: string;
  readonly name?: string;
  readonly format: 'iife' | 'es';
}

const bootName = 'frame-boot.js';
const classicName = 'frame-classic.js';

const wholes: readonly Whole[] = [
  { input: 'components/anywidget.ts', fileName: 'anywidget.js', format: 'es' },
  { input: 'components/frame.ts', name: classicName, format: 'iife' },
  { input: 'components/frame/boot.ts', name: bootName, format: 'iife' },
];

/**
 * What must stand alone: `anywidget.js` for notebooks, which hand it on as text, and the classic script of `embed.html`
 * for frames in which no module loads, with the script that chooses it.
 * @param plugins what every script of the site needs
 */
export function wholeScripts(plugins: () => Plugin[]): Plugin {
  return {
    name: 'whole-scripts',
    apply: 'build',
    async buildEnd(error) {
      if (error) return;
      for (const { input, format, ...name } of wholes)
        this.emitFile({ type: 'asset', source: await scriptOf(input, format, plugins()), ...name });
    },
    transformIndexHtml: {
      order: 'post',
      handler(page, { path, bundle }) {
        if (path !== '/embed.html' || !bundle) return page;
        const [boot, classic] = [bootName, classicName].map((name) => `./${addressOf(name, bundle)}`);
        // Before the module: an error that comes before its listener is lost.
        return page.replace(
          '<script type="module"',
          `<script src="${boot}" data-classic="${classic}"></script>\n    $&`,
        );
      },
    },
  };
}

function addressOf(name: string, bundle: Rolldown.OutputBundle): string {
  const file = Object.values(bundle).find((each) => each.type === 'asset' && each.names.includes(name));
  if (!file) throw new Error(`${name} is not in the build.`);
  return file.fileName;
}

async function scriptOf(input: string, format: Whole['format'], plugins: Plugin[]): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    plugins,
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      modulePreload: false,
      rolldownOptions: {
        input,
        output: { format, codeSplitting: false, minify: true },
        preserveEntrySignatures: 'exports-only',
        // A classic script has no address of its own; with everything inside, it needs none.
        ...(format === 'iife' && { transform: { define: { 'import.meta': '{}' } } }),
        checks: { pluginTimings: false },
      },
    },
  });
  const [made] = Array.isArray(result) ? result : [result];
  if (!made || !('output' in made) || made.output.length !== 1) throw new Error(`${input} does not fit into one file.`);
  return made.output[0].code;
}
