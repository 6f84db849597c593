import { defineConfig } from 'vite';
import { lessons } from './vite.config.js';

/** The command line: one entry for Node, with the built-in lessons read, and packages left to be imported. */
export default defineConfig({
  plugins: [lessons()],
  build: {
    ssr: 'components/export/cli.ts',
    outDir: 'dist/cli',
    target: 'node20',
    copyPublicDir: false,
  },
});
