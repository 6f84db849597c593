/** A marker that links a piece of a formula to the page, and what stands around it. */
export interface Mark {
  readonly command: 'htmlData' | 'htmlClass';
  /** `term=3`, or a class. */
  readonly argument: string;
  /** What it marks, its own markers replaced already. */
  readonly body: string;
  readonly before: string;
  readonly after: string;
}

const marker = /\\(htmlData|htmlClass)\{([^}]*)\}\{/;

/** TeX with something else in the place of each marker. */
function replaceMarks(tex: string, write: (mark: Mark) => string): string {
  const found = marker.exec(tex);
  if (!found) return tex;
  const start = found.index + found[0].length;
  const end = closing(tex, start);
  const [before, after] = [tex.slice(0, found.index), tex.slice(end + 1)];
  const [, command, argument = ''] = found;
  const body = replaceMarks(tex.slice(start, end), write);
  const written = write({ command: command as Mark['command'], argument, body, before, after });
  return before + written + replaceMarks(after, write);
}

/** TeX to be set elsewhere: without markers, and without what only helps KaTeX to break and space a line. */
export const plainTex = (tex: string, write: (mark: Mark) => string = bare): string =>
  replaceMarks(tex, write).replace(/\\mathopen\{\}|\\mathclose\{\}|\\allowbreak /g, '');

/** What a marker held together must not fall apart: σ² to the third, or a command's name and the letter after it. */
function bare({ body, before, after }: Mark): string {
  if (/^\s*[\^_]/.test(after)) return `{${body}}`;
  return /\\[A-Za-z]+$/.test(before) && /^[A-Za-z]/.test(body) ? ` ${body}` : body;
}

/** Where the group ends that begins there. */
function closing(tex: string, start: number): number {
  let depth = 1;
  for (let at = start; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return at;
  }
  return tex.length;
}
