import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { backOff } from '../../components/follow/back-off.js';
import { Throttle } from '../../components/follow/throttle.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('pauses grow, up to a quarter of a minute, and differ from one page to the next', () => {
  const longest = [1, 2, 3, 4, 5, 6, 7, 100, 5000].map((failures) => backOff(failures, 1));
  expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000]);
  for (const failures of [1, 5, 100]) expect(backOff(failures, 0)).toBe(backOff(failures, 1) / 2);
});

test('the first of several calls goes through at once, and one more when the while is over', () => {
  const act = vi.fn();
  const throttle = new Throttle(act);
  for (let i = 0; i < 500; i++) throttle.ask(250);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(249);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(2);
});

test('a call that can wait less brings the next one forward, and none puts it off', () => {
  const act = vi.fn();
  const throttle = new Throttle(act);
  throttle.ask(50);
  throttle.ask(250);
  throttle.ask(50);
  throttle.ask(250);
  vi.advanceTimersByTime(50);
  expect(act).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(2);
});

test('what was stopped does not happen', () => {
  const act = vi.fn();
  const throttle = new Throttle(act);
  throttle.ask(50);
  throttle.ask(50);
  throttle.stop();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(1);
});
