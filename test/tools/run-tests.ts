import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browser.js';
import { requireChromium } from './require-browser.js';
import { addCounts, countVitest, describeCounts, noTests, type Counts } from './count-tests.js';

/** A command counts as one test; a Vitest project counts the tests in its report. */
interface Stage {
  readonly name: string;
  readonly command?: readonly string[];
  readonly project?: string;
  /** Stages without which this one makes no sense. */
  readonly needs?: readonly string[];
}

const stages: readonly Stage[] = [
  { name: 'types', command: ['tsc'] },
  { name: 'types of the engine (no DOM)', command: ['tsc', '-p', 'tsconfig.engine.json', '--noEmit'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  // Its table of CSS is too old for container queries, light-dark() and content-visibility.
  {
    name: 'lint of templates',
    command: ['lit-analyzer', '--strict', '--maxWarnings', '0', '--rules.no-invalid-css', 'off', 'components/**/*.ts'],
  },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '**/*.{ts,js,html,css}'] },
  { name: 'build of the site', command: ['vite', 'build', '--logLevel', 'warn'] },
  { name: 'build of the engine', command: ['tsc', '-p', 'tsconfig.engine.json'] },
  { name: 'unit tests', project: 'unit' },
  { name: 'component tests', project: 'browser' },
  { name: 'tests of the built page', project: 'page', needs: ['build of the site'] },
  { name: 'budgets', project: 'budget', needs: ['build of the site'] },
  { name: 'types of the elements', command: ['tsc', '-p', 'tsconfig.types.json'] },
  { name: 'build of the command', command: ['vite', 'build', '-c', 'vite.cli.config.ts', '--logLevel', 'warn'] },
  {
    name: 'custom elements manifest',
    command: ['cem', 'analyze', '--config', 'components/build/manifest.config.js'],
  },
  {
    name: 'the package',
    project: 'package',
    needs: ['build of the site', 'build of the engine', 'build of the command'],
  },
  { name: 'sites of other people', project: 'hosts', needs: ['build of the site'] },
];

const reports = mkdtempSync(join(tmpdir(), 'backprop-tutor-'));
let total = noTests;
const outcomes = new Map<string, Counts>();

function record(name: string, counts: Counts, note = ''): void {
  outcomes.set(name, counts);
  total = addCounts(total, counts);
  console.log(`── ${name}: ${note || describeCounts(counts)}\n`);
}

function execute([tool = '', ...args]: readonly string[]): boolean {
  const program = join('node_modules', '.bin', tool);
  return spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function runStage({ name, command, project, needs = [] }: Stage): void {
  console.log(`── ${name}`);
  const missing = needs.find((need) => outcomes.get(need)?.failed);
  if (missing) {
    record(name, { ...noTests, failed: 1 }, `not run, because it needs the ${missing}`);
  } else if (command) {
    const passed = execute(command);
    record(name, { ...noTests, passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
  } else if (project) {
    const report = join(reports, `${project}.json`);
    const passed = execute([
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    record(name, countVitest(readReport(report), passed));
  }
}

function readReport(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

try {
  process.env.CHROME_PATH = requireChromium();
  for (const stage of stages) runStage(stage);
  if (!findFirefox()) {
    record('component tests in Firefox', { ...noTests, skipped: 1 }, 'skipped, because no Firefox is installed');
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  total = addCounts(total, { ...noTests, failed: 1 });
} finally {
  rmSync(reports, { recursive: true, force: true });
}

for (const [name, counts] of outcomes) if (counts.failed) console.log(`failed: ${name}`);
console.log(describeCounts(total));
process.exitCode = total.failed ? 1 : 0;
