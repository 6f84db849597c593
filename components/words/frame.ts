const inAddress = 'in this frame’s address';

export const frame = {
  name: 'Backprop Tutor',
  unknown: (keys: readonly string[], known: readonly string[]) =>
    `${keys.map((key) => `“${key}”`).join(', ')} ${keys.length === 1 ? 'means' : 'mean'} nothing ${inAddress}. Known are: ${known.join(', ')}.`,
  repeated: (key: string) => `“${key}” stands more than once ${inAddress}; the first counts.`,
  tooLong: (key: string, length: number, longest: number) =>
    `“${key}” ${inAddress} has ${length.toLocaleString('en')} characters and is left out; ${longest.toLocaleString('en')} are allowed.`,
  noSource: (src: string) =>
    `“src=${src}” ${inAddress} is not loaded. Give the address of a lesson file that begins with https:// or http://, or one relative to this page.`,
  noParent: (parent: string) =>
    `“parent=${parent}” ${inAddress} is not an origin, so this frame talks to no page. Write it as in https://notes.example.org, without a path.`,
  notLoaded: 'The lesson’s scripts could not be loaded. Check the connection, then reload the page.',
} as const;
