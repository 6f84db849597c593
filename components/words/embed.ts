/** Names of files and code stand between backticks. */
export const embed = {
  title: 'Embed this step',
  close: 'Close',
  opens: (question: string) => `Opens at “${question}”`,
  opensChanged: (question: string) => `Opens at “${question}”, with all you have changed.`,
  host: 'Your pages',
  show: 'Shows',
  shows: {
    lesson: 'Lesson without tables',
    everything: 'Lesson with its tables',
    formula: 'Only the formula, in a line',
    still: 'A still of this step',
  },
  height: 'Height in pixels',
  usualHeight: (pixels: number | undefined) => (pixels === undefined ? 'as the step' : `${pixels}`),
  wrongHeight: (least: number, most: number) =>
    `The height has to be a whole number of pixels from ${least} to ${most}, or empty. Until then it is left out.`,
  theme: 'Colours',
  themes: { auto: 'As the page', light: 'Light', dark: 'Dark' },
  copy: 'Copy',
  copied: 'Copied',
  refused: 'The browser refuses to copy. The text is selected: copy it yourself.',
  /** Where a piece goes; a file of the site's settings stands under its own name. */
  places: {
    page: 'In the page, where the lesson shall stand',
    head: 'In the head, once',
    slide: 'On a slide of its own',
    cell: 'In a cell of the notebook',
    address: 'Where only an address is asked for',
  } as Readonly<Record<string, string>>,
  inFile: (file: string) => `In ${file}, once`,
  otherHost: (folder: string) =>
    `These lines load the tutor from ${folder}. For pages on another host, that one must send \`Access-Control-Allow-Origin\`; or copy the tutor’s folder to your own site and write its address instead.`,
  hosts: {
    plain: {
      name: 'Plain HTML',
      note: 'The first line is needed once in a page, best in its head. The page begins with `<!doctype html>` and comes from a server, not from a double click.',
    },
    mkdocs: {
      name: 'MkDocs',
      note: 'With or without Material. `custom_dir` goes below the `theme` you have. In the page, leave an empty line before and after.',
    },
    docusaurus: {
      name: 'Docusaurus',
      note: 'The setting goes beside `baseUrl`. Pages are read as MDX, so `style` is written as JavaScript.',
    },
    vitepress: {
      name: 'VitePress',
      note: 'The settings go into `defineConfig({ … })`. In the page, leave an empty line before and after.',
    },
    hugo: {
      name: 'Hugo',
      note: 'Without this setting Hugo takes HTML out of Markdown, and says so only in the page’s source. In the page, leave an empty line before and after.',
    },
    sphinx: {
      name: 'Sphinx with MyST',
      note: 'In reStructuredText the lines for the page stand below `.. raw:: html`, moved in.',
    },
    jupyter: {
      name: 'Jupyter',
      note: 'Needs `pip install anywidget`. A notebook saved as HTML with its widget state keeps the lesson.',
    },
    reveal: {
      name: 'reveal.js',
      note: 'Start the show with `Reveal.initialize({ width: 1280, height: 720, center: false, hash: true })`, so that the lesson fills its slide. While it has the focus, the arrow keys walk through its steps.',
    },
    iframe: {
      name: 'iframe',
      note: 'For places that take nothing but a frame: Notion, Obsidian, most learning platforms. The lesson scrolls inside.',
    },
  },
} as const;
