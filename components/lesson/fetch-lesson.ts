import { InputError } from '../../src/index.js';
import { ownLesson as say } from '../words/own-lesson.js';

/** Bytes that are read at most: what a lesson may have in characters, each of four. */
const mostBytes = 1_000_000;
const patience = 20;

/** What can be wrong with an address, or with what is there. `retry`: it may be mended without this page. */
function refuse(subject: string, message: string, retry = true): never {
  throw new InputError([{ subject, message, ...(retry && { retry }) }]);
}

/**
 * The address of a lesson's file, whole.
 * @throws InputError where it is none that may be read
 */
export function addressOf(src: string): URL {
  const said = short(src);
  const url = parsed(src.trim()) ?? refuse(src, say.noAddress(said), false);
  if (url.protocol === 'file:') refuse(src, say.fromDisk(said), false);
  if (!/^https?:$/.test(url.protocol)) refuse(src, say.wrongScheme(said, url.protocol), false);
  url.hash = '';
  return url;
}

function parsed(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}

/**
 * The text of a lesson's file. It is asked for anew each time, without the reader's credentials on other sites, and no
 * more of it is read than a lesson may have.
 * @throws InputError with a sentence that names the address and the way out; the signal's reason when it is aborted
 */
export async function fetchLesson(url: URL, signal: AbortSignal): Promise<string> {
  const address = short(url.href);
  const stop = new AbortController();
  const giveUp = (): void => stop.abort();
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = setTimeout(giveUp, 1000 * patience);
  try {
    const response = await ask(url, stop.signal);
    checkAnswer(response, address);
    return textOf(await bytesOf(response, address), address);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputError) throw error;
    if (stop.signal.aborted) return refuse(address, say.slow(address, patience));
    return refuse(address, await whyNot(url, address));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    // What was not read need not come.
    stop.abort();
  }
}

const ask = (url: URL, signal: AbortSignal, more: RequestInit = {}): Promise<Response> =>
  fetch(url, {
    signal,
    credentials: 'same-origin',
    referrerPolicy: 'strict-origin-when-cross-origin',
    cache: 'no-cache',
    ...more,
  });

function checkAnswer({ status, ok, headers }: Response, address: string): void {
  if (status === 404 || status === 410) refuse(address, say.missing(address));
  if (status === 401 || status === 403) refuse(address, say.forbidden(address, status));
  if (!ok) refuse(address, say.refused(address, status));
  const type = (headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (/^(text\/html|application\/xhtml\+xml)$/.test(type)) refuse(address, say.isPage(address));
  if (/^(image|audio|video|font)\/|^application\/(pdf|zip|gzip)$/.test(type))
    refuse(address, say.notText(address, type));
  if (Number(headers.get('content-length')) > mostBytes) refuse(address, say.tooBig(address));
}

async function bytesOf({ body }: Response, address: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    pieces.push(read.value);
    length += read.value.length;
    if (length > mostBytes) refuse(address, say.tooBig(address));
  }
  const bytes = new Uint8Array(length);
  pieces.reduce((at, piece) => {
    bytes.set(piece, at);
    return at + piece.length;
  }, 0);
  return bytes;
}

function textOf(bytes: Uint8Array, address: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse(address, say.notUtf8(address));
  }
  // Servers without a type for Markdown call their front page plain text too.
  if (/^\s*<(!doctype html|html)\b/i.test(text)) refuse(address, say.isPage(address));
  return text;
}

/** A browser does not tell a page why nothing came. What can be found out by other ways is. */
async function whyNot(url: URL, address: string): Promise<string> {
  if (!navigator.onLine) return say.offline(address);
  if (location.protocol === 'https:' && url.protocol === 'http:') return say.insecure(address);
  if (url.origin === location.origin) return say.noAnswer(address);
  // An answer that this page may not see is an answer.
  const isThere = await ask(url, AbortSignal.timeout(5000), {
    mode: 'no-cors',
    method: 'HEAD',
    credentials: 'omit',
  }).then(
    () => true,
    () => false,
  );
  return isThere ? say.noCors(address, location.origin) : say.noAnswer(address);
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
