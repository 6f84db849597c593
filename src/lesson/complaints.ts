import { InputError, type Complaint } from '../complaint.js';

/** So many are enough to begin with; the rest often follows from them. */
const most = 50;
const longestQuote = 80;
const longestMessage = 600;

/** What is wrong with a lesson, as it is found, kept short: it may be a lesson made to be wrong in a million places. */
export class Complaints {
  readonly #found: Complaint[] = [];

  get count(): number {
    return this.#found.length;
  }

  /** @throws InputError with all that was found, once that is enough */
  add(...complaints: readonly Complaint[]): void {
    for (const complaint of complaints) {
      this.#found.push(complaint);
      if (this.#found.length < most) continue;
      this.#found.push({ message: `There may be more. Mend these ${most} first, then the rest is read.` });
      this.refuse();
    }
  }

  /** @throws InputError if anything was found */
  refuse(): void {
    if (this.#found.length > 0) throw new InputError(this.#found);
  }
}

/** The result of reading; what is complained about in it quotes at most a line of the text. */
export async function kindly<T>(reading: () => Promise<T>): Promise<T> {
  try {
    return await reading();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.complaints.map(short));
  }
}

function short(complaint: Complaint): Complaint {
  const { subject } = complaint;
  const quoted = complaint.message.replace(/`([^`]*)`/g, (_, quote: string) => `\`${clipped(quote, longestQuote)}\``);
  return {
    ...complaint,
    message: clipped(quoted, longestMessage),
    ...(subject !== undefined && { subject: clipped(subject, longestQuote) }),
  };
}

const clipped = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);
