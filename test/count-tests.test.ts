import { describe, expect, test } from 'vitest';
import { addCounts, countVitest, describeCounts } from './tools/count-tests.js';

describe('the counted line', () => {
  test('names skipped tests only where there are some', () => {
    expect(describeCounts({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
    expect(describeCounts({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped');
  });

  test('adds stage by stage', () => {
    expect(addCounts({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
  });

  test('counts a run that failed outside its tests as one failure', () => {
    const report = JSON.stringify({ numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(report, true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(countVitest(report, false)).toEqual({ passed: 5, failed: 1, skipped: 2 });
    expect(countVitest(undefined, false).failed).toBe(1);
  });

  test('counts a run without tests as a failure', () => {
    expect(countVitest(JSON.stringify({ numPassedTests: 0 }), true).failed).toBe(1);
  });
});
