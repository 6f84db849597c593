import { attributesOf, type Attributes, type Embed, type Show } from './embed.js';
import { inAttribute, inQuery, inQuotes, inScript, inText } from './quote.js';

/** A piece to copy, and where it goes: a place that the words know, or a file of the site's settings. */
export interface Snippet {
  readonly place: string;
  readonly text: string;
}

/**
 * Writes what one kind of page needs.
 * @param site the address of the tutor's folder, ending in a slash
 */
type Write = (embed: Embed, site: string) => readonly Snippet[];

/** What is kept free for a lesson until it is there, and how tall a frame is, where nobody says otherwise. */
export const usualHeight = 640;
const slideHeight = 720;
const lineHeight = 80;

/** Every kind of page, in the order of the list. A new one is one entry here, and its name and note in the words. */
export const hosts = {
  plain: (embed, site) => [{ place: 'page', text: `${script(site)}\n${element(embed, site)}` }],

  mkdocs: (embed, site) => [
    {
      place: 'overrides/main.html',
      text: `{% extends "base.html" %}\n\n{% block extrahead %}\n${script(site)}\n{% endblock %}`,
    },
    { place: 'mkdocs.yml', text: 'theme:\n  custom_dir: overrides' },
    { place: 'page', text: element(embed, site) },
  ],

  docusaurus: (embed, site) => [
    {
      place: 'docusaurus.config.js',
      text: `scripts: [{ src: ${inScript(moduleIn(site))}, type: 'module' }],`,
    },
    { place: 'page', text: element(embed, site, (height) => `{{ display: 'block', minHeight: '${height}px' }}`) },
  ],

  vitepress: (embed, site) => [
    {
      place: '.vitepress/config.mts',
      text: `head: [['script', { type: 'module', src: ${inScript(moduleIn(site))} }]],
vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('bp-') } } },`,
    },
    { place: 'page', text: element(embed, site) },
  ],

  hugo: (embed, site) => [
    { place: 'hugo.toml', text: '[markup.goldmark.renderer]\nunsafe = true' },
    { place: 'page', text: `${script(site)}\n${element(embed, site)}` },
  ],

  sphinx: (embed, site) => [
    { place: 'conf.py', text: `html_js_files = [(${inQuotes(moduleIn(site))}, {"type": "module"})]` },
    { place: 'page', text: element(embed, site) },
  ],

  jupyter: (embed, site) => [{ place: 'cell', text: cell(attributesOf(embed), site) }],

  reveal: (embed, site) => [
    { place: 'head', text: script(site) },
    { place: 'slide', text: slide(embed, site) },
  ],

  iframe: (embed, site) => [
    { place: 'page', text: frame(embed, site) },
    { place: 'address', text: frameAddress(embed, site) },
  ],
} as const satisfies Record<string, Write>;

export type HostId = keyof typeof hosts;
export const hostIds = Object.keys(hosts) as readonly HostId[];

/** The height that a host gives where nobody says otherwise; `undefined` where the lesson is as tall as its step. */
export function heightIn(host: HostId, show: Show): number | undefined {
  if (host === 'iframe') return show === 'formula' ? lineHeight : usualHeight;
  return host === 'reveal' && show !== 'formula' ? slideHeight : undefined;
}

/** A formula is as tall as its line, but for a frame around it. */
export const hasHeight = (host: HostId, show: Show): boolean => host === 'iframe' || show !== 'formula';

const moduleIn = (site: string): string => `${site}backprop-tutor.js`;
const script = (site: string): string => `<script type="module" src="${inAttribute(moduleIn(site))}"></script>`;

const htmlStyle = (height: number): string => `"display:block;min-height:${height}px"`;

/** The element that keeps its height free, with a link for readers without scripts in it. */
function element(embed: Embed, site: string, style = htmlStyle): string {
  if (embed.show === 'formula') return `<bp-lesson ${written(attributesOf(embed))}>${link(embed, site)}</bp-lesson>`;
  const reserve = `style=${style(embed.height ?? usualHeight)}`;
  return `<bp-lesson ${written(attributesOf(embed))} ${reserve}>\n  ${link(embed, site)}\n</bp-lesson>`;
}

/** A slide has a height of its own, and a finger that is meant for the lesson must not turn it. */
function slide(embed: Embed, site: string): string {
  if (embed.show === 'formula') return `<section>\n  <p>${element(embed, site)}</p>\n</section>`;
  const attributes = written(attributesOf({ ...embed, height: embed.height ?? slideHeight }));
  return `<section>
  <bp-lesson ${attributes} data-prevent-swipe>
    ${link(embed, site)}
  </bp-lesson>
</section>`;
}

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === true ? name : `${name}="${inAttribute(value)}"`))
    .join(' ');

const link = ({ address, question }: Embed, site: string): string =>
  `<a href="${inAttribute(`${site}#${address}`)}">${inText(question)}</a>`;

function frame(embed: Embed, site: string): string {
  const height = embed.height ?? heightIn('iframe', embed.show);
  return `<iframe
  src="${inAttribute(frameAddress(embed, site))}"
  title="${inAttribute(embed.title)}"
  allow="clipboard-write"
  style="width: 100%; height: ${height}px; border: 0"
></iframe>`;
}

function frameAddress(embed: Embed, site: string): string {
  // The frame's own height is the page's business.
  const attributes = attributesOf({ ...embed, height: undefined });
  const query = Object.entries(attributes).map(([key, value]) => `${key}=${value === true ? '' : inQuery(value)}`);
  return `${site}embed.html?${query.join('&')}`;
}

function cell(attributes: Attributes, site: string): string {
  const traits = Object.entries(attributes).map(([name, value]) => [name, trait(name, value)] as const);
  const types = ['Bool', 'Int', 'Unicode'].filter((type) => traits.some(([, written]) => written.startsWith(type)));
  return `import anywidget
from traitlets import ${types.join(', ')}

class Lesson(anywidget.AnyWidget):
    _esm = ${inQuotes(`${site}anywidget.js`)}
${traits.map(([name, written]) => `    ${name} = ${written}.tag(sync=True)`).join('\n')}

Lesson()`;
}

function trait(name: string, value: string | true): string {
  if (value === true) return 'Bool(True)';
  return name === 'digits' ? `Int(${Number(value)})` : `Unicode(${inQuotes(value)})`;
}
