import { follow as words } from '../words/follow.js';
import { readRoom, readServer } from './server-address.js';

/** A class that a link leads to. */
export interface Invitation {
  readonly server: string;
  readonly room: string;
  /** The lesson to begin with: a built-in one by its id, or the address of a file. */
  readonly lesson: string;
  readonly src: string;
}

/** What a link asks for: to join a class; to lead one, which begins with fields to fill in; or what is wrong with it. */
export type FollowQuery =
  | ({ readonly kind: 'join' } & Invitation)
  | ({ readonly kind: 'lead' } & Invitation)
  | { readonly kind: 'neither'; readonly complaints: readonly string[] };

/**
 * Read the query of the follow page's address: `?follow=wss://class.example.org&room=ada` for students; `?lead` for
 * their instructor, or `?lead=wss://class.example.org&room=ada`, which fills the fields in. Never a credential.
 * @param protocol the page's own: `https:`
 */
export function readQuery(search: string, protocol: string): FollowQuery {
  const query = new URLSearchParams(search);
  const get = (key: string): string => query.get(key) ?? '';
  const rest = { room: get('room'), lesson: get('lesson'), src: get('src') };
  if (query.has('lead')) return { kind: 'lead', server: get('lead'), ...rest };
  if (!query.has('follow') && !query.has('room')) return { kind: 'neither', complaints: [words.noClass] };
  const server = readServer(get('follow'), protocol);
  const room = readRoom(rest.room);
  if ('complaint' in server || 'complaint' in room) {
    const complaints = [server, room].flatMap((each) => ('complaint' in each ? each.complaint : []));
    return { kind: 'neither', complaints };
  }
  return { kind: 'join', ...rest, server: server.text, room: room.text };
}

/**
 * The link that leads students into a class.
 * @param base the address of the folder with the follow page
 */
export function writeLink({ server, room, lesson, src }: Invitation, base: string): string {
  const optional = { ...(lesson && { lesson }), ...(src && { src }) };
  const pairs = Object.entries({ follow: server, room, ...optional });
  // Colons and slashes are fine in a query, and shorter: the link may become a QR code.
  const encode = (text: string): string => encodeURIComponent(text).replace(/%(2F|3A)/gi, decodeURIComponent);
  return new URL(`follow.html?${pairs.map(([key, text]) => `${key}=${encode(text)}`).join('&')}`, base).href;
}
