import { expect, test } from 'vitest';
import { readQuery, writeLink } from '../../components/follow/read-query.js';
import { readRoom, readServer } from '../../components/follow/server-address.js';

test.each([
  ['wss://class.example.org', 'https:', 'wss://class.example.org'],
  [' WSS://Class.Example.org/ ', 'https:', 'wss://class.example.org'],
  ['wss://class.example.org:443', 'https:', 'wss://class.example.org'],
  ['wss://class.example.org:8443/nats/', 'https:', 'wss://class.example.org:8443/nats'],
  ['wss://192.0.2.7:8443', 'https:', 'wss://192.0.2.7:8443'],
  ['wss://bücher.example', 'https:', 'wss://xn--bcher-kva.example'],
  ['ws://localhost:8080', 'https:', 'ws://localhost:8080'],
  ['ws://127.0.0.1:8080', 'https:', 'ws://127.0.0.1:8080'],
  ['ws://class.example.org', 'http:', 'ws://class.example.org'],
])('%s is the address of a server, in a page that came by %s', (given, protocol, text) => {
  expect(readServer(given, protocol)).toEqual({ text });
});

test.each([
  ['', 'missing'],
  ['class.example.org', 'begins with wss://'],
  ['https://class.example.org', 'begins with wss://'],
  ['javascript:alert(1)', 'begins with wss://'],
  ['wss://', 'begins with wss://'],
  ['ws://class.example.org', 'without encryption'],
  ['ws://127.0.0.1.example.org', 'without encryption'],
  ['wss://ada:secret@class.example.org', 'Leave out user names'],
  ['wss://class.example.org?token=secret', 'Leave out user names'],
  ['wss://class.example.org#x', 'Leave out user names'],
  ["wss://a;script-src'unsafe-inline'", 'plain letters'],
  ['wss://*', 'plain letters'],
  ['wss://a,b', 'plain letters'],
  ['wss://[::1]:8080', 'plain letters'],
])('“%s” is none, and the sentence says why', (given, sentence) => {
  expect(readServer(given, 'https:')).toEqual({ complaint: expect.stringContaining(sentence) as string });
});

test('a complaint does not repeat a secret', () => {
  expect(JSON.stringify(readServer('wss://ada:secret@class.example.org', 'https:'))).not.toContain('secret');
});

test.each(['ada', 'Room_7', 'x'.repeat(64)])('%s is a room', (room) => {
  expect(readRoom(` ${room} `)).toEqual({ text: room });
});

test.each(['', 'a b', 'a.b', '*', '>', 'ä', 'x'.repeat(65), '../x'])('“%s” is none', (room) => {
  expect(readRoom(room)).toHaveProperty('complaint');
});

test('a link that is written is read again', () => {
  const invitation = {
    server: 'wss://class.example.org:8443/n',
    room: 'ada',
    lesson: '',
    src: './own lesson.md?a=1&b',
  };
  const link = writeLink(invitation, 'https://notes.example.org/tutor/index.html');
  expect(link).toContain(
    'https://notes.example.org/tutor/follow.html?follow=wss://class.example.org:8443/n&room=ada&src=',
  );
  expect(readQuery(new URL(link).search, 'https:')).toEqual({ kind: 'join', ...invitation });
});

test('who leads may have the fields filled in, and nothing of that is checked yet', () => {
  expect(readQuery('?lead', 'https:')).toEqual({ kind: 'lead', server: '', room: '', lesson: '', src: '' });
  expect(readQuery('?lead=wss://x&room=ada&lesson=mazur', 'https:')).toMatchObject({ server: 'wss://x', room: 'ada' });
});
