import * as v from 'valibot';
import { longestAddress, mostBytes } from './limits.js';

/** Where the class stands, as the stage publishes it. Unknown fields are left out when it is read. */
const position = v.object({
  /** Grows when a field changes its meaning. */
  v: v.literal(1),
  /** Made anew each time somebody begins to lead, so that counting may begin anew too. */
  session: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{8,32}$/)),
  /** Grows with every position of a session. */
  seq: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** The whole state of the lesson: `v1/mazur/backward/w5?after=3`. */
  address: v.pipe(v.string(), v.maxLength(longestAddress), v.regex(/^v1\/[A-Za-z0-9_-]+\/\P{Cc}*$/u)),
  /** The instructor has blanked the screen. */
  blank: v.boolean(),
});

/** Where the class stands. */
export type Position = Readonly<v.InferOutput<typeof position>>;

/**
 * Read what came from the server. Anyone may run one, so nothing is taken on trust.
 * @param isKnown whether the page knows a lesson: a message never makes it fetch another
 * @returns nothing where any of it is not as it should be
 */
export function readPosition(bytes: Uint8Array, isKnown: (lesson: string) => boolean): Position | undefined {
  if (bytes.length > mostBytes) return undefined;
  try {
    const { success, output } = v.safeParse(position, JSON.parse(decoder.decode(bytes)));
    return success && isKnown(output.address.split('/')[1]!) ? output : undefined;
  } catch {
    // Not UTF-8, or not JSON.
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A position as bytes. */
export const writePosition = (position: Position): Uint8Array => new TextEncoder().encode(JSON.stringify(position));

/** Whether a position is news to someone who knows `last`. Another session always is: the instructor's page was reloaded. */
export const isNews = (position: Position, last: Position | undefined): boolean =>
  position.session !== last?.session || position.seq > last.seq;
