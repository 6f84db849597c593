import { InputError, type Place } from '../complaint.js';
import { namesIn, type Formula } from '../formula/formula.js';
import { readCondition } from '../program/read-formula.js';
import type { Section } from './lesson.js';
import { breathe } from './breathe.js';
import { checkCrowds } from './check-crowds.js';
import { headingsOf, toBlocks, type ProseContext } from './markdown.js';

/**
 * Read a lesson's body. Each section begins with the reference of the step it belongs to:
 *
 *     ## backward/out_o1
 *     When: {local/out_o1/net_o1} < 0.2
 *
 *     Prose: $math$, live numbers [[net_h1]], [links to steps](step:backward/w5).
 *
 *     Note: for the instructor, to the end of the section.
 *
 * `When:` (over references in braces) and `Own values only.` stand right under the heading. A step may
 * have several sections; `## lesson` is the introduction.
 */
export async function readSections(body: string, context: ProseContext): Promise<readonly Section[]> {
  const lines = body.split('\n');
  const headings = headingsOf(body);
  const starts = headings.filter(({ level }) => level <= 2);
  const before = lines.findIndex((line) => line.trim());
  if (before >= 0 && before + 1 < (starts[0]?.line ?? Infinity)) {
    const message = 'This text belongs to no step: write a heading above it, `## lesson` or `## backward/w5`.';
    context.complain({ message, at: { file: context.file, line: before + 1 } });
  }
  const sections: Section[] = [];
  for (const [i, { level, line, text }] of starts.entries()) {
    const at = { file: context.file, line };
    const wrong =
      level === 1 ? 'The title stands in the front matter: begin a section with `##`.' : checkHeading(text, context);
    if (wrong !== undefined) context.complain({ message: wrong, at, subject: text });
    const end = (starts[i + 1]?.line ?? lines.length + 1) - 1;
    sections.push(await readSection(text, lines.slice(line, end), line + 1, context));
    await breathe();
  }
  checkCrowds(sections, starts, context);
  return sections;
}

const checkHeading = (ref: string, context: ProseContext): string | undefined =>
  ref === 'lesson' ? undefined : context.checkReference(ref, 'step');

/** `lines` are those below the heading; the first of them is the file's line of this number. */
async function readSection(ref: string, lines: string[], firstLine: number, context: ProseContext): Promise<Section> {
  let when: Formula | undefined;
  let ownValuesOnly = false;
  for (const [i, line] of lines.entries()) {
    const [, prefix, condition] = /^(When:\s*)(\S.*)?$/.exec(line.trimEnd()) ?? [];
    const at = { file: context.file, line: firstLine + i };
    if (prefix !== undefined) {
      if (when)
        context.complain({ message: '`When:` stands twice: let one condition say it all.', at, subject: 'When' });
      else when = await conditionOf(condition ?? '', { ...at, column: prefix.length + 1 }, context);
    } else if (/^Own values only\.?\s*$/.test(line)) ownValuesOnly = true;
    else if (line.trim()) break;
    lines[i] = '';
  }
  const note = noteLine(lines);
  const notes = lines.slice(note).map((line, i) => (i === 0 ? line.replace(/^Note:\s*/, '') : line));
  return {
    ref,
    blocks: toBlocks(lines.slice(0, note).join('\n'), firstLine, context),
    notes: toBlocks(notes.join('\n'), firstLine + note, context),
    ...(when && { when }),
    ...(ownValuesOnly && { ownValuesOnly }),
  };
}

/** The index of the line that begins the notes, or of none. */
function noteLine(lines: readonly string[]): number {
  let inFence = false;
  for (const [i, line] of lines.entries()) {
    if (/^\s{0,3}(```|~~~)/.test(line)) inFence = !inFence;
    if (!inFence && /^Note:/.test(line)) return i;
  }
  return lines.length;
}

async function conditionOf(text: string, at: Place, context: ProseContext): Promise<Formula | undefined> {
  try {
    const formula = await readCondition(text, at);
    for (const ref of namesIn(formula)) {
      const message = context.checkReference(ref, 'value');
      if (message !== undefined) context.complain({ message, at, subject: ref });
    }
    return formula;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    error.complaints.forEach(context.complain);
    return undefined;
  }
}
