import { expect, it, vi } from 'vitest';
import { complaintsOf } from './complaints-of.js';

const loads = vi.hoisted(() => ({ count: 0, fail: true }));
vi.mock('mathjs/number', async (original) => {
  loads.count += 1;
  if (loads.fail) throw new Error('no connection');
  return original();
});

it('mathjs is loaded when the first formula is read, not before; a failure says so', async () => {
  const { readFormula } = await import('../../src/program/read-formula.js');
  await import('../../src/program/read-program.js');
  expect(loads.count).toBe(0);
  const [complaint] = await complaintsOf(readFormula('a'));
  expect(loads.count).toBe(1);
  expect(complaint!.message).toMatch(/could not be loaded: check the connection and try again/);
  loads.fail = false;
  vi.resetModules();
  const again = await import('../../src/program/read-formula.js');
  expect(await again.readFormula('a')).toEqual({ kind: 'name', name: 'a' });
}, 60_000);
