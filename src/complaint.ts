/** What is wrong with something a person wrote: one sentence that names the thing and how to fix it, and where it is. */
export interface Complaint {
  /** A whole sentence (or two: what is wrong, how to fix it). Never a stack trace, never `NaN`. */
  readonly message: string;
  /** Where: file, line (from 1) and column (from 1), as far as they are known. */
  readonly at?: Place;
  /** What it is about: a name, a reference, a field. */
  readonly subject?: string;
  /** The same again may go well: what was wrong was the connection, or a server. */
  readonly retry?: true;
}

export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Thrown by every reader in the engine. Nothing typed is lost: the caller still holds the text. */
export class InputError extends Error {
  readonly complaints: readonly Complaint[];
  constructor(complaints: readonly Complaint[]) {
    super(complaints.map(sentence).join('\n'));
    this.name = 'InputError';
    this.complaints = complaints;
  }
}

/** The complaint with its place in front: `mazur.md, line 12: …`. */
export function sentence(complaint: Complaint): string {
  const { file, line, column } = complaint.at ?? {};
  const place = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
  return place ? `${place}: ${complaint.message}` : complaint.message;
}
