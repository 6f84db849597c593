import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, Scalar, type Node } from 'yaml';
import { InputError, type Complaint, type Place } from '../complaint.js';
import { didYouMean } from '../program/nearest.js';
import type { ProgramPlace } from '../program/read-program.js';
import { linesOf, longParagraph } from './check-text.js';
import type { Complaints } from './complaints.js';
import { limits } from './limits.js';
import { tooDeep } from './yaml-depth.js';

/** A lesson file in its two parts. The body keeps its line numbers: it begins with as many blank lines as came before it. */
export interface LessonText {
  readonly front: Entry;
  readonly body: string;
}

/** Split a lesson file and read its front matter as YAML in which every scalar stays text. */
export function splitLesson(text: string, file: string, complaints: Complaints): LessonText {
  const lines = linesOf(text, file);
  const end = lines.findIndex((line, i) => i > 0 && /^---\s*$/.test(line));
  if (!/^---\s*$/.test(lines[0]!) || end < 0) {
    const message = 'A lesson begins with its front matter between two lines `---`: add the missing one.';
    throw new InputError([{ message, at: { file, line: 1 }, subject: '---' }]);
  }
  const body = lines.map((line, i) => (i <= end ? '' : line));
  const long = longParagraph(body);
  if (long !== undefined) {
    const message = `This paragraph has more than ${limits.paragraph} characters: put blank lines between its parts.`;
    throw new InputError([{ message, at: { file, line: long } }]);
  }
  // The opening line becomes a blank one, so that YAML counts lines as the file does.
  const yaml = ['', ...lines.slice(1, end)].join('\n');
  return { front: readYaml(yaml, file, complaints), body: body.join('\n') };
}

function readYaml(yaml: string, file: string, complaints: Complaints): Entry {
  const counter = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line, column: col };
  };
  const refuse = (offset: number, fix: string): never => {
    const subject = /^[^:\n]*/.exec(yaml.slice(offset))![0].trim();
    const message = `The front matter is broken ${subject ? `at \`${subject}\`` : 'here'}: ${fix}.`;
    throw new InputError([{ message, at: placeAt(offset), subject }]);
  };
  const deep = tooDeep(yaml, limits.groups, counter);
  if (deep !== undefined) refuse(deep, `groups and lists stand more than ${limits.groups} deep inside each other here`);
  // Whether a name stands twice in a group is looked at where the group is: the parser compares each with each.
  const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) refuse(problem.pos[0], repairs[problem.code] ?? otherRepair);
  const context = { yaml, placeAt, complain: (complaint: Complaint) => complaints.add(complaint) };
  return new Entry(document.contents, 'The front matter', { file, line: 1 }, context);
}

const quotes = 'put a text that contains a colon, or that begins with a special character, in quotes';
const otherRepair = 'write `name: value`, one a line, items of a group indented below its name';
const repairs: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indent with spaces, not with tabs',
  BLOCK_AS_IMPLICIT_KEY: quotes,
  BAD_SCALAR_START: quotes,
  MULTILINE_IMPLICIT_KEY: 'a colon after the name is missing, or a text with a colon needs quotes',
  MISSING_CHAR: 'a closing quote, bracket or brace is missing',
  BAD_INDENT: 'a closing bracket is missing, or lines of one group are not indented alike',
  TAG_RESOLVE_FAILED: 'tags (what begins with `!`) are not supported, take it away',
};
const twice = 'the same name stands twice in one group; keep one of them';

interface Context {
  readonly yaml: string;
  readonly placeAt: (offset: number) => Place;
  readonly complain: (complaint: Complaint) => void;
}

/** One value of the front matter, with its place. Asked for another kind of thing than it is, it complains and gives an empty one. */
export class Entry {
  constructor(
    private readonly node: Node | null,
    /** The name it stands under, for sentences: `` `loss` ``. */
    readonly label: string,
    /** Where its name stands. */
    readonly at: Place,
    private readonly context: Context,
  ) {}

  complain(message: string, subject?: string): void {
    this.context.complain({ message, at: this.at, ...(subject !== undefined && { subject }) });
  }

  /** A text of one line or of several. */
  text(): string {
    if (!isScalar<string | null>(this.node)) {
      this.wrongKind('one text or number');
      return '';
    }
    const text = (this.node.value ?? '').trim();
    if (text.length <= limits.text) return text;
    this.complain(`${this.label} has ${text.length} characters, more than ${limits.text}: make it shorter.`);
    return '';
  }

  /** Lines of a program, and where they stand. */
  program(): { readonly text: string; readonly place: ProgramPlace } {
    const { node } = this;
    if (!isScalar<string | null>(node) || !node.range) return { text: this.text(), place: {} };
    const { file, line, column } = this.context.placeAt(node.range[0]);
    const text = node.value ?? '';
    const from = { ...(file !== undefined && { file }), firstLine: line!, indent: column! - 1 };
    if (node.type === Scalar.BLOCK_LITERAL) {
      const first = this.context.yaml
        .slice(node.range[0])
        .split('\n')
        .slice(1)
        .find((each) => each.trim());
      return { text, place: { ...from, firstLine: line! + 1, indent: first?.search(/\S/) ?? 0 } };
    }
    const isFolded = this.context.yaml.slice(node.range[0], node.range[1]).trim().includes('\n');
    if (isFolded)
      this.complain(`${this.label} has several lines: write \`|\` after the colon and indent them below it.`);
    return { text: isFolded ? '' : text, place: from };
  }

  /** The items of a list, of `most` at most. */
  items(most = Infinity): readonly Entry[] {
    if (!isSeq(this.node)) {
      if (!this.isEmpty()) this.wrongKind('a list, `[a, b]` or one `- item` a line');
      return [];
    }
    const { length } = this.node.items;
    if (length > most) {
      this.complain(`${this.label} has ${length} items, more than ${most}: leave some of them out.`);
      return [];
    }
    return this.node.items.map((item, i) => this.entry(item as Node | null, `Item ${i + 1} of ${this.label}`));
  }

  /** Whether it is a list. */
  get isList(): boolean {
    return isSeq(this.node);
  }

  /** Whether it is a group of `name: value`. */
  get isGroup(): boolean {
    return isMap(this.node);
  }

  /** Names and what they stand for, in order. Given `known` names, all others are complained about. */
  fields(known?: readonly string[]): ReadonlyMap<string, Entry> {
    const fields = new Map<string, Entry>();
    if (!isMap(this.node)) {
      if (!this.isEmpty()) this.wrongKind('a group of `name: value`');
      return fields;
    }
    const { length } = this.node.items;
    if (length > limits.names) {
      this.complain(`${this.label} has ${length} names, more than ${limits.names}: leave some of them out.`);
      return fields;
    }
    for (const pair of this.node.items) {
      const key = pair.key as Node | null;
      const name = isScalar(key) ? String(key.value) : '';
      const entry = this.entry(pair.value as Node | null, `\`${name}\``, key);
      if (!name) this.complain(`A name is missing in ${this.label}: write \`name: value\`.`);
      else if (fields.has(name)) entry.complain(`The front matter is broken at \`${name}\`: ${twice}.`, name);
      else if (known && !known.includes(name)) {
        entry.complain(
          `${this.label} has no \`${name}\`. ${didYouMean(name, known, `It can have: ${known.join(', ')}.`)}`,
          name,
        );
      } else fields.set(name, entry);
    }
    return fields;
  }

  private isEmpty(): boolean {
    return this.node === null || (isScalar(this.node) && (this.node.value ?? '') === '');
  }

  private wrongKind(wanted: string): void {
    const hint = isAlias(this.node) ? ' (references with `*` are not supported)' : '';
    this.complain(`${this.label} must be ${wanted}${hint}: write it so.`);
  }

  private entry(node: Node | null, label: string, placed: Node | null = node): Entry {
    const offset = placed?.range?.[0];
    return new Entry(node, label, offset === undefined ? this.at : this.context.placeAt(offset), this.context);
  }
}
