/** What someone typed, to be quoted: a sentence must stay one. */
export function clipped(typed: string): string {
  const text = typed.trim();
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
