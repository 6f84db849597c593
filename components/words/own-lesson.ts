/** What is said where a lesson of one's own cannot be had. Each sentence names the address and the way out. */
export const ownLesson = {
  noAddress: (src: string) =>
    `\`${src}\` is not an address: write one like \`lessons/mine.md\` or \`https://example.org/mine.md\` as the lesson’s \`src\`.`,
  wrongScheme: (src: string, scheme: string) =>
    `The lesson’s address \`${src}\` begins with \`${scheme}\`, and only \`https:\` and \`http:\` can be read: put the file on a server, or its text into this page, in a \`<pre>\` inside \`<bp-lesson>\`.`,
  fromDisk: (src: string) =>
    `This page was opened from the disk, and such a page may not read other files, so \`${src}\` cannot be had: serve the folder (\`npx serve\`, \`python3 -m http.server\`), or put the lesson’s text into the page, in a \`<pre>\` inside \`<bp-lesson>\`.`,
  insecure: (address: string) =>
    `This page came over https, so the browser refuses \`${address}\`: let the lesson’s address begin with \`https:\`.`,
  offline: (address: string) =>
    `There is no connection to the network, so the lesson \`${address}\` cannot be had. Connect and try again.`,
  missing: (address: string) =>
    `There is no lesson at \`${address}\` (the server says 404). Check the address in \`src\`; it counts from the address of this page.`,
  forbidden: (address: string, status: number) =>
    `The server gives \`${address}\` only to those who log in (it says ${status}): make the lesson’s file public.`,
  refused: (address: string, status: number) =>
    `The server could not give the lesson \`${address}\` (it says ${status}). Try again in a while, or check the address in \`src\`.`,
  noAnswer: (address: string) =>
    `There is no answer from \`${address}\`. Check the address and the connection, and whether this page’s Content Security Policy allows it in \`connect-src\`; then try again.`,
  noCors: (address: string, origin: string) =>
    `The lesson \`${address}\` is on another site, which does not let this page read it: its server must send the header \`Access-Control-Allow-Origin: ${origin}\` (or \`*\`). Or put the file beside this page.`,
  isPage: (address: string) =>
    `At \`${address}\` there is a web page (HTML), not a lesson: give the address of the Markdown file itself. Many servers answer with their front page where a file is missing.`,
  notText: (address: string, type: string) =>
    `At \`${address}\` there is no text (the server says it is \`${type}\`): give the address of a lesson’s Markdown file.`,
  tooBig: (address: string) =>
    `The lesson \`${address}\` is larger than a megabyte, so it was not read: make several lessons of it.`,
  notUtf8: (address: string) => `The lesson \`${address}\` is not written in UTF-8: save the file as UTF-8.`,
  slow: (address: string, seconds: number) =>
    `The lesson \`${address}\` did not come within ${seconds} seconds. Check the connection and try again.`,
  noReader: 'The part that reads lessons could not be loaded. Check the connection and try again.',
  unreadable: (file: string) =>
    `${file} could not be read, and the fault is the tutor’s. Make the lesson simpler, and please report it.`,
} as const;
