/** Letters and digits that nobody takes for one another. Thirty-two, so that each is as likely. */
const letters = 'abcdefghijkmnopqrstuvwxyz2345679';

/** So many of them, by chance. */
export const randomName = (length: number): string =>
  [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => letters[byte % letters.length]).join('');
