import {
  boolean,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  number,
  object,
  picklist,
  pipe,
  regex,
  safeParse,
  string,
  variant,
  type InferOutput,
} from 'valibot';

/** What the room and the instructor's window have in common. */
const shared = object({
  /** The lesson's state, as its address. */
  address: pipe(string(), maxLength(100_000), regex(/^v\d+\//)),
  /** The room sees nothing. */
  blank: boolean(),
  /** The part that fills the stage. */
  zoom: picklist(['none', 'diagram', 'derivation']),
});
export type Shared = InferOutput<typeof shared>;
export type Zoom = Shared['zoom'];

const sender = { version: literal(1), from: pipe(string(), maxLength(40)) };

/**
 * What windows tell each other. `clock` counts changes: of two states the later one holds, wherever it was made
 * (Lamport 1978, Time, Clocks, and the Ordering of Events in a Distributed System).
 */
const message = variant('kind', [
  object({ ...sender, kind: literal('hello') }),
  object({ ...sender, kind: literal('bye') }),
  object({ ...sender, kind: literal('state'), clock: pipe(number(), integer(), minValue(0), maxValue(1e9)), shared }),
]);
export type Message = InferOutput<typeof message>;

/** A message, or nothing: other tabs of the same site may say anything. */
export function readMessage(data: unknown): Message | undefined {
  const { success, output } = safeParse(message, data);
  return success ? output : undefined;
}
