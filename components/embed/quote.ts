/**
 * Text as the value of an attribute in double quotes. It means the same in HTML, in Markdown that lets HTML through
 * (where backslashes, backticks and links count even inside a tag) and in MDX (where braces do).
 */
export const inAttribute = (text: string): string => text.replace(/[&<>"`\\{}\p{Cc}]|(?<=\])[([]/gu, reference);

/** Text between two tags, likewise; there, Markdown's other marks count too. An underscore inside a word is none. */
export const inText = (text: string): string => text.replace(/[&<>`\\{}*[\]~$|\p{Cc}]|(?<!\w)_|_(?!\w)/gu, reference);

/** A line of text as a string of JavaScript. */
export const inScript = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** Text as a string in double quotes, as JavaScript and Python read it. */
export const inQuotes = (text: string): string => JSON.stringify(text);

/** A value in an address: what is fine there stays readable. */
export const inQuery = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%(2F|3A|2C)/g, decodeURIComponent)
    .replaceAll('%20', '+');

function reference(character: string): string {
  return named[character] ?? `&#${character.codePointAt(0)!};`;
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
