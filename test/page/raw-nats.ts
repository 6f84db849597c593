import { openPage } from './open-page.js';
import { password } from '../tools/nats-server.js';

/** Who speaks: a student has no name, and says none. */
export type Speaker = 'ada' | 'grace' | 'student';

/** A message for a room, as text or as bytes. */
export interface Raw {
  readonly subject: string;
  readonly payload: string | readonly number[];
}

/**
 * Speak with a server in its own protocol, as anybody could who writes their own page: no code of ours in between.
 * @returns what the server said, until it had read everything
 */
export async function speak(url: string, speaker: Speaker, messages: readonly Raw[]): Promise<string> {
  // A page whose policy lets it connect.
  const { page, close } = await openPage({ path: 'follow.html' });
  const credential = speaker === 'student' ? {} : { user: speaker, pass: password };
  const said = await page.evaluate(
    ({ url, credential, messages }) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        const send = (text: string): void => socket.send(new TextEncoder().encode(text));
        let said = '';
        socket.binaryType = 'arraybuffer';
        socket.onopen = () => {
          send(`CONNECT ${JSON.stringify({ verbose: false, pedantic: false, ...credential })}\r\n`);
          for (const { subject, payload } of messages) {
            const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : Uint8Array.from(payload);
            send(`PUB ${subject} ${bytes.length}\r\n`);
            socket.send(bytes);
            send('\r\n');
          }
          send('PING\r\n');
        };
        const end = (): void => resolve(said.replace(/^INFO .*\r\n/, ''));
        socket.onclose = end;
        socket.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
          said += new TextDecoder().decode(data);
          if (said.includes('PONG')) socket.close();
        };
      }),
    { url, credential, messages },
  );
  await close();
  return said;
}

/** A position as the stage publishes it, or with something else in it. */
export const positionText = (more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({ v: 1, session: 'abcdefgh23456789', seq: 1, address: 'v1/mazur/backward/w5', blank: false, ...more });
