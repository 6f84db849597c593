export const lead = {
  pageTitle: 'Lead a class · Backprop Tutor',
  title: 'Lead a class',
  intro: 'Students’ pages follow this one through a server of yours (NATS). They need nothing but a link.',
  server: 'Server',
  serverExample: 'wss://class.example.org',
  room: 'Room',
  user: 'User',
  pass: 'Password',
  notKept: 'The password is kept nowhere, and asked for again after a reload.',
  connect: 'Connect',
  stop: 'Stop',
  missing: 'Type the user and the password that the server knows you by.',
  link: 'Link for students',
  copy: 'Copy link',
  copied: 'Link copied',
  refusedCopy: 'The browser refuses to copy. The link is selected: copy it yourself.',
  /** How things stand, or why it is over. */
  leads: (host: string, user: string, room: string) =>
    ({
      connecting: `Connecting to ${host}…`,
      leading: `Leading “${room}”. Whoever follows sees each step as you go.`,
      lost: `The connection to ${host} is gone, trying again. Your lesson works all the same.`,
      unreachable: `Nothing answers at ${host}. See whether the address is right and the server runs, then connect again.`,
      refused: `${host} does not take this user and password. Type them again.`,
      forbidden: `${host} does not let ${user} lead the room “${room}”. Choose a room of yours, or change the server’s permissions.`,
    }) as const,
  tooLong:
    'This state is too long to send: followers stay at the last one. A shorter program of your own would be sent.',
  rival: 'Another page has led this room too since you connected. Stop it there, or choose another room.',
  notLoaded: 'The part that connects could not be loaded. Check the connection, then try again.',
} as const;
