/** Bytes of a position at most; the server's `max_payload` is the same. */
export const mostBytes = 8192;

/** Characters of an address at most. With what stands around them they fit into {@link mostBytes}, unless many are not ASCII. */
export const longestAddress = 8000;

/** Milliseconds between two positions at least, so that of many quick changes only some, and the last, are sent. */
export const betweenChanges = 50;

/** Milliseconds between two answers to hellos at least: one answer reaches all who just came. */
export const betweenAnswers = 250;

/** Milliseconds between two positions at most: what was lost on the way comes again, and followers know that someone leads. */
export const beat = 20_000;

/** Milliseconds without a position after which nobody seems to lead. The timers of a page in the background run once a minute. */
export const silence = 130_000;

/** Milliseconds within which a hello is answered where somebody leads. */
export const answerWithin = 3_000;
