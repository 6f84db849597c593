import { kinds, type Kind } from '../export/whole/kinds.js';
import { handout as say } from '../words/handout.js';

/** What the page's address asks for: `handout.html?kind=worksheet#v1/mazur/backward/w5?set=w5:0.7`. */
export interface HandoutRequest {
  readonly kind: Kind;
  /** A state, as the tutor's links carry it; '' for a lesson at its beginning. */
  readonly address: string;
  /** A lesson file of one's own. */
  readonly src: string;
  /** A built-in lesson, where no address names one. */
  readonly lesson: string;
  /** Sentences about what could not be used. */
  readonly complaints: readonly string[];
}

const known = ['kind', 'lesson', 'src'];
/** An address carries a whole program and every number a reader changed. */
const longest = 8000;

/** Read the page's address. Whatever cannot be used is named in a sentence, and the rest is shown. */
export function readRequest(search: string, hash: string): HandoutRequest {
  const query = new URLSearchParams(search);
  const complaints: string[] = [];
  const strangers = [...new Set(query.keys())].filter((key) => !known.includes(key));
  if (strangers.length) complaints.push(say.unknown(strangers.slice(0, 5).map(short), known));
  const asked = query.get('kind') ?? 'everything';
  const kind = kinds.find((each) => each === asked);
  if (!kind) complaints.push(say.unknownKind(short(asked), kinds));
  const address = hash.replace(/^#/, '');
  if (address.length > longest) complaints.push(say.tooLong(address.length, longest));
  return {
    kind: kind ?? 'everything',
    address: address.length > longest ? '' : address,
    src: query.get('src') ?? '',
    lesson: query.get('lesson') ?? 'mazur',
    complaints,
  };
}

/** The query of a request, without what goes without saying. */
export function queryOf({ kind, src, lesson }: Pick<HandoutRequest, 'kind' | 'src' | 'lesson'>): string {
  const query = new URLSearchParams({
    ...(kind !== 'everything' && { kind }),
    ...(src && { src }),
    ...(!src && lesson !== 'mazur' && { lesson }),
  }).toString();
  return query && `?${query}`;
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
