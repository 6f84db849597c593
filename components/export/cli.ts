#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.js';

// Whoever reads only the beginning (`| head`) closes the pipe.
process.stdout.on('error', () => process.exit());

process.exitCode = await run(process.argv.slice(2), {
  site: join(fileURLToPath(import.meta.url), '../../site'),
  print: (text) => void process.stdout.write(text),
  report: (text) => void process.stderr.write(text),
});
