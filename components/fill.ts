/** Puts things in the places that a sentence leaves for them: `fill('from {a} to {b}', { a: html`…`, b: 3 })`. */
export function fill(sentence: string, things: Readonly<Record<string, unknown>>): readonly unknown[] {
  return sentence.split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? things[piece] : piece));
}
