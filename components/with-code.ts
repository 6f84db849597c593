import { html } from 'lit';

/** The engine sets names and formulas in backticks. */
export function withCode(message: string): readonly unknown[] {
  return message.split('`').map((piece, i) => (i % 2 ? html`<code>${piece}</code>` : piece));
}
