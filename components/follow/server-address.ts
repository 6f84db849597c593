import { follow as words } from '../words/follow.js';

/** Something read from a link or a field, or a sentence about why it cannot be used. */
export type Read = { readonly text: string } | { readonly complaint: string };

/**
 * The address of a server's WebSocket, as a link or a person gives it. It may be anyone's, so it is encrypted, unless the
 * page itself is not, or the server is on this machine.
 * @param protocol the page's own: `https:`
 */
export function readServer(given: string, protocol: string): Read {
  const text = given.trim();
  const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text;
  const url = parse(text);
  if (!url || !/^wss?:$/.test(url.protocol)) return { complaint: words.noServer(shown) };
  // The server's name goes into the page's policy, where other letters would have a meaning.
  if (!/^[a-z0-9.-]+$/.test(url.hostname)) return { complaint: words.oddHost(shown) };
  // Nothing secret belongs into a link, and what is shown here must not hide it.
  if (url.username || url.password || url.search || url.hash) return { complaint: words.tooMuch(url.host) };
  const isHere = /^(localhost|(.*\.)?localhost|127(\.\d+){3})$/.test(url.hostname);
  if (url.protocol === 'ws:' && protocol !== 'http:' && !isHere) return { complaint: words.notEncrypted(url.host) };
  return { text: `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}` };
}

/** The name of a room. It becomes a part of what the server calls its messages. */
export function readRoom(given: string): Read {
  const text = given.trim();
  return /^[A-Za-z0-9_-]{1,64}$/.test(text) ? { text } : { complaint: words.noRoom(text.slice(0, 80)) };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
