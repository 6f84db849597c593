import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestAddress, mostBytes } from '../../components/follow/limits.js';
import { isNews, readPosition, writePosition, type Position } from '../../components/follow/position.js';

const known = (lesson: string): boolean => lesson === 'mazur';
const read = (text: string): Position | undefined => readPosition(new TextEncoder().encode(text), known);
const right: Position = { v: 1, session: 'abcdefgh23456789', seq: 3, address: 'v1/mazur/backward/w5', blank: false };
const changed = (more: Readonly<Record<string, unknown>>): Position | undefined =>
  read(JSON.stringify({ ...right, ...more }));

test('what is written is read again', () => {
  expect(readPosition(writePosition(right), known)).toEqual(right);
  const address = `v1/mazur/backward/w5?set=${encodeURIComponent('w5:0,7')}&program=${encodeURIComponent('y = x²\n')}`;
  const other = { ...right, address, blank: true, seq: 0 };
  expect(readPosition(writePosition(other), known)).toEqual(other);
});

test('an address as long as may be fits', () => {
  const address = 'v1/mazur/'.padEnd(longestAddress, 'x');
  expect(readPosition(writePosition({ ...right, address }), known)?.address).toBe(address);
  expect(changed({ address: `${address}x` })).toBeUndefined();
});

test('fields of later versions are left out', () => {
  expect(changed({ pen: [1, 2] })).toEqual(right);
});

describe('nothing is read', () => {
  test.each(['', 'null', '1', '[]', '{}', '{"v":1', 'v1/mazur/backward/w5'])('from %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test.each([
    ['v', [2, '1', null]],
    ['session', ['', 'short', 'a'.repeat(33), 'abcdefgh.2345678', 7, null]],
    ['seq', [-1, 0.5, '3', 1e300, null]],
    ['blank', ['yes', 0, null]],
    ['address', [7, null, '', 'mazur', 'v1/mazur', 'v2/mazur/x', 'V1/mazur/x', ' v1/mazur/x', 'v1//x', 'v1/mazur/x\n']],
    [
      'address',
      ['javascript:alert(1)', 'v1/other/x', 'v1/constructor/x', 'v1/__proto__/x', 'v1/../mazur/x', 'v1/mazur\0/x'],
    ],
  ])('where %s is none', (field, values) => {
    for (const value of values) expect(changed({ [field]: value }), String(value)).toBeUndefined();
    const { [field as keyof Position]: _, ...rest } = right;
    expect(read(JSON.stringify(rest))).toBeUndefined();
  });

  test('from more bytes than a server passes on, whatever they say', () => {
    expect(changed({ more: 'x'.repeat(mostBytes) })).toBeUndefined();
  });

  test('from bytes that are no UTF-8', () => {
    const bytes = writePosition({ ...right, address: 'v1/mazur/x_' });
    bytes[bytes.indexOf('_'.charCodeAt(0))] = 0xff;
    expect(readPosition(bytes, known)).toBeUndefined();
  });
});

test('keys of prototypes change nothing', () => {
  expect(read('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}')).toBeUndefined();
  expect(read(JSON.stringify(right).replace('{', '{"__proto__":{"polluted":1},'))).toEqual(right);
  expect('polluted' in {}).toBe(false);
});

test('whatever bytes come, either a position of a known lesson is read or nothing', () => {
  const json = fc.json().map((text) => new TextEncoder().encode(text));
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), json), (bytes) => {
      const position = readPosition(bytes, known);
      if (position) expect(position.address).toMatch(/^v1\/mazur\//);
    }),
  );
});

test('news is what has a higher number, or comes from a page that began anew', () => {
  expect(isNews(right, undefined)).toBe(true);
  expect(isNews(right, right)).toBe(false);
  expect(isNews({ ...right, seq: 2 }, right)).toBe(false);
  expect(isNews({ ...right, seq: 4 }, right)).toBe(true);
  expect(isNews({ ...right, seq: 0, session: 'zzzzzzzz' }, right)).toBe(true);
});
