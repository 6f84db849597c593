import { frame as words } from '../words/frame.js';

/** What the address of a frame asks for. */
export interface FrameQuery {
  /** Attributes of the `<bp-lesson>`, by name. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the page around calls this frame. */
  readonly id?: string;
  /** The only origin that may talk to this frame; `*` for any parent, `undefined` for none. */
  readonly parent: string | undefined;
  /** Sentences about what could not be used. */
  readonly complaints: readonly string[];
}

const attributes = ['lesson', 'at', 'src', 'panels', 'digits', 'theme', 'view', 'from', 'to', 'static'];
const known = [...attributes, 'id', 'parent'];

/** An address carries a whole program and every number a reader changed; nothing else is long. */
const longest = (key: string): number => (key === 'at' ? 8000 : 500);

/**
 * Read the query of a frame's address. Nothing is taken as HTML, and whatever cannot be used is named in a sentence.
 * @param search `?lesson=mazur&at=backward/w5`
 * @param base the page's own address, for a relative `src`
 */
export function readQuery(search: string, base: string): FrameQuery {
  const given = new URLSearchParams(search);
  const complaints: string[] = [];
  const values = new Map<string, string>();
  const strangers = [...new Set(given.keys())].filter((key) => !known.includes(key));
  if (strangers.length > 0) complaints.push(words.unknown(strangers.slice(0, 5).map(short), known));
  for (const key of known) {
    const [value, ...others] = given.getAll(key);
    if (value === undefined) continue;
    if (others.length > 0) complaints.push(words.repeated(key));
    if (value.length > longest(key)) complaints.push(words.tooLong(key, value.length, longest(key)));
    else values.set(key, value);
  }
  if (values.get('static') === 'false') values.delete('static');
  const src = values.get('src');
  if (src !== undefined && !isPage(src, base)) {
    complaints.push(words.noSource(short(src)));
    values.delete('src');
  }
  const asked = values.get('parent');
  const parent = given.has('parent') ? originOf(asked) : '*';
  if (asked !== undefined && parent === undefined) complaints.push(words.noParent(short(asked)));
  const id = values.get('id');
  return {
    attributes: Object.fromEntries([...values].filter(([key]) => attributes.includes(key))),
    ...(id !== undefined && { id }),
    parent,
    complaints,
  };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A frame opened from a folder may read that folder. */
function isPage(src: string, base: string): boolean {
  const protocol = parse(src, base)?.protocol;
  return protocol !== undefined && ['https:', 'http:', new URL(base).protocol].includes(protocol);
}

function originOf(text = ''): string | undefined {
  const url = parse(text);
  return url && /^https?:$/.test(url.protocol) && text.replace(/\/$/, '') === url.origin ? url.origin : undefined;
}

function parse(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
