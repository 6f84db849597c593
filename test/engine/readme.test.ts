import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the README’s example runs in Node against the built engine', () => {
  const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.engine.json']);
  const output = execFileSync(process.execPath, ['--input-type=module'], { input: example, encoding: 'utf8' });
  // From arbitrary-precision arithmetic: net = 1.1, out = σ(1.1), ∂E/∂w = (out − 0.2)·out·(1 − out)·1.5.
  expect(output).toMatch(/∂E\/∂w = 0\.154653254557744/);
  expect(output).toMatch(/w after one update: 0\.722673372721127/);
}, 120_000);
