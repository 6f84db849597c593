import { expect, test } from 'vitest';
import { historyOf, recordChange, redo, replace, undo } from '../../src/index.js';

test('undo and redo walk through what was recorded; replacing leaves no trace', () => {
  let history = historyOf('a');
  history = recordChange(history, 'b');
  history = replace(history, 'b, elsewhere');
  history = recordChange(history, 'c');
  expect(undo(history).present).toBe('b, elsewhere');
  expect(undo(undo(history)).present).toBe('a');
  expect(redo(undo(history)).present).toBe('c');
  expect(recordChange(undo(history), 'd').future).toEqual([]);
});

test('at either end nothing changes', () => {
  const history = historyOf('a');
  expect(undo(history).present).toBe('a');
  expect(redo(history).present).toBe('a');
});
