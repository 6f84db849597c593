import { InputError, type Complaint } from '../../src/complaint.js';

/** What a reader complains about. Anything but an InputError, or no error at all, fails the test. */
export async function complaintsOf(reading: Promise<unknown>): Promise<readonly Complaint[]> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof InputError) return error.complaints;
    throw error;
  }
  throw new Error('it was read without a complaint');
}
