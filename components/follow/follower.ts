import { keepConnected } from './connection.js';
import { answerWithin, silence } from './limits.js';
import { isNews, readPosition, type Position } from './position.js';
import { hellosOf, positionsOf } from './subjects.js';

/** How things stand between a student's page and the class. */
export type Link =
  /** The first connection is being made. */
  | 'connecting'
  /** Connected, and it is not yet clear whether somebody leads. */
  | 'asking'
  /** Connected, and somebody leads. */
  | 'led'
  /** Connected, and nobody leads. */
  | 'alone'
  /** Not connected; it is tried again. */
  | 'lost'
  /** The server lets nobody listen without a password, or not in this room. */
  | 'refused';

/** A class to follow. */
export interface Class {
  readonly server: string;
  readonly room: string;
  /** Whether the page knows a lesson. */
  readonly isKnown: (lesson: string) => boolean;
  readonly onPosition: (position: Position) => void;
  readonly onLink: (link: Link) => void;
}

/**
 * Listen to where a class stands. All that is ever sent is an empty hello at each connection, upon which the stage says
 * where it is.
 * @returns what ends it, at once
 */
export function follow({ server, room, isKnown, onPosition, onLink }: Class): () => void {
  let last: Position | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (link: Link, aloneAfter?: number): void => {
    clearTimeout(timer);
    if (aloneAfter !== undefined) timer = setTimeout(() => onLink('alone'), aloneAfter);
    onLink(link);
  };
  const hear = (data: Uint8Array): void => {
    const position = readPosition(data, isKnown);
    if (!position) return;
    say('led', silence);
    if (!isNews(position, last)) return;
    last = position;
    onPosition(position);
  };
  say('connecting');
  const close = keepConnected({
    server,
    onOpen: (connection) => {
      say('asking', answerWithin);
      connection.subscribe(positionsOf(room), {
        callback: (error, { data }) => (error ? say('refused') : hear(data)),
      });
      connection.publish(hellosOf(room));
    },
    onLost: (trouble) => say(trouble === 'refused' ? 'refused' : 'lost'),
  });
  return () => {
    clearTimeout(timer);
    close();
  };
}
