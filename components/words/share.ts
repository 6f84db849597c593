export const share = {
  title: 'Share this step',
  opens: 'The link opens exactly this step, with these values.',
  copy: 'Copy link',
  copied: 'Link copied',
  refused: 'The browser refuses to copy. The link is selected: copy it yourself.',
  link: 'Link',
  handout: 'Handout, worksheet, code',
  embed: 'Embed in your pages',
  missing: 'This part could not be loaded. Check the connection and try again.',
  code: 'QR code of the link',
  tooLong: (most: number) =>
    `The link has more than ${most.toLocaleString('en')} characters, too many for a QR code. Copy it instead.`,
} as const;
