import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from 'vite';

vi.setConfig({ testTimeout: 120_000 });

/** Inside the project, so that packages are found from there as from an installed package. */
const folder = 'node_modules/.cache/cli-test';
const cli = `${folder}/cli/cli.js`;

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await build({ configFile: 'vite.cli.config.ts', logLevel: 'warn', build: { outDir: `${folder}/cli` } });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

describe('the built command', () => {
  test('prints a step of a built-in lesson', () => {
    const { status, stdout, stderr } = command('export', 'mazur', '--at', 'backward/w5');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('<strong><span data-number="backward/w5">0.0821670406</span></strong>');
    expect(command('export', 'batch-norm', '--at', 'backward/z1', '--format', 'svg').stdout).toContain('</svg>');
  });

  test('says what is wrong, without a trace of the program', () => {
    const { status, stdout, stderr } = command('export', 'mazur', '--at', 'nowhere');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('no such step');
  });

  test('can be cut off by what reads it', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `${process.execPath} ${cli} export batch-norm --format svg | head -c 10`],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
  });

  test('finds the site beside itself', () => {
    mkdirSync(`${folder}/site/assets`, { recursive: true });
    writeFileSync(`${folder}/site/backprop-tutor.js`, 'export {};');
    const { status, stdout } = command('integrity', '--base', '/static/tutor/');
    expect(status).toBe(0);
    expect(stdout).toContain('"/static/tutor/backprop-tutor.js": "sha384-');
  });

  test('begins as a command does that a shell can start', () => {
    const { stdout } = spawnSync('head', ['-n', '1', cli], { encoding: 'utf8' });
    expect(stdout).toBe('#!/usr/bin/env node\n');
    expect(statSync(cli).size).toBeGreaterThan(0);
  });
});
