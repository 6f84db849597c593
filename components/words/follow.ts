const form = 'follow.html?follow=wss://class.example.org&room=networks';

export const follow = {
  /** The page's title, in the browser's tab. */
  pageTitle: (room: string, lesson: string) => `${lesson ? `${lesson} · ` : ''}Class ${room} · Backprop Tutor`,

  // A link that cannot be used.
  title: 'Following a class',
  noClass: 'This page follows a class while its instructor walks through a lesson. The link names no class.',
  rightForm: 'A link to a class names a server and a room, like this:',
  example: form,
  askAgain: 'Ask your instructor for the link, or read the lessons on your own.',
  toLessons: 'To the lessons',
  noServer: (text: string) =>
    text
      ? `“${text}” is not the address of a server. It begins with wss://, as in wss://class.example.org.`
      : 'The server is missing. Its address begins with wss://, as in wss://class.example.org.',
  oddHost: (text: string) =>
    `“${text}” names no server that this page connects to. Write a name of plain letters, as in wss://class.example.org, or an IPv4 address.`,
  tooMuch: (host: string) =>
    `The address of ${host} holds more than a server’s address. Leave out user names, passwords, question marks and hashes.`,
  notEncrypted: (host: string) =>
    `This page does not connect to ${host} without encryption. The address has to begin with wss://.`,
  noRoom: (text: string) =>
    text
      ? `“${text}” cannot be a room’s name. Use up to 64 letters, digits, hyphens and underscores.`
      : 'The room is missing: up to 64 letters, digits, hyphens and underscores.',

  // Asked before anything connects.
  ask: (room: string) => `Follow the class “${room}”?`,
  connects: 'Your browser would connect to the server',
  receives: 'It receives where the class is: the lesson, the step, and numbers the instructor changed.',
  sends: 'It sends a hello, without your name. Like any server, this one sees your internet address.',
  leave: 'You can walk on your own at any time, and catch up again.',
  yes: 'Follow the class',
  no: 'Read on my own',

  // The bar below the lesson.
  bar: (room: string) => `Class ${room}`,
  links: {
    connecting: 'Connecting to the class…',
    asking: 'Connected. Waiting for the class…',
    led: 'Following the class.',
    alone: 'Connected. The instructor’s side is not there yet.',
    lost: 'Not connected, trying again. The lesson works all the same.',
    refused: 'The server lets nobody listen to this room.',
  },
  own: 'Reading on your own.',
  left: 'You left the class’s step.',
  /** Where the class is, while the student is elsewhere. */
  classAt: (question: string) => `The class is at “${question}”`,
  classIn: (question: string, lesson: string) => `The class is at “${question}” in “${lesson}”`,
  blank: 'The instructor has blanked the screen.',
  catchUp: 'Catch up',
  backToMine: 'Back to mine',
  stop: 'Stop following',
  notLoaded: 'The part that connects could not be loaded. Check the connection, then try again.',
} as const;
