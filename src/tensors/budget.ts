import type { LineComplaint } from './shape.js';

/** The most that one sum, mean or vector may have in it. */
export const mostTerms = 2_000;

/**
 * How much writing out is left: every name and number in the formula of every element counts. A few letters can ask for
 * more of them than there is room for, or time.
 */
export class Budget {
  /** How much has been written out. */
  spent = 0;

  constructor(private readonly most = 2_000_000) {}

  get isExceeded(): boolean {
    return this.spent > this.most;
  }

  /** @throws InputError where more is written out than may be */
  spend(terms: number, complaint: LineComplaint): void {
    this.spent += terms;
    if (this.spent <= this.most) return;
    const most = this.most.toLocaleString('en');
    complaint.refuse(
      `Written out for every number, the program has more than ${most} terms, more than a page can show: make its vectors and matrices smaller.`,
    );
  }
}

/** Refuse to write out a sum or a vector that is too long. */
export function checkTerms(count: number, complaint: LineComplaint): void {
  if (count <= mostTerms) return;
  complaint.refuse(
    `A sum or vector in ${complaint.where} has ${count.toLocaleString('en')} terms, more than ${mostTerms.toLocaleString('en')}: make it smaller.`,
  );
}
