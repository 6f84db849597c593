import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file that a host's page names, and the lines it quotes of it. */
export interface Quote {
  readonly file: string;
  readonly text: string;
}

/** How far a block is moved in says nothing. */
const flat = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** What the page about a host quotes: blocks of code after a line that ends in `` `file`: ``. */
export function quotesOf(host: string): readonly Quote[] {
  const page = readFileSync(join('test', 'hosts', host, 'README.md'), 'utf8');
  return [...page.matchAll(/`([^`\n]+)`:\n+ *```+\w*\n([\s\S]*?)\n *```+\n/g)].map(([, file = '', text = '']) => ({
    file,
    text: flat(text),
  }));
}

/** The text of a file of a host's site. */
export function textOf(host: string, file: string): string {
  return flat(readFileSync(join('test', 'hosts', host, file), 'utf8'));
}
