import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { attributesOf, isChanged, type Embed } from '../../components/embed/embed.js';
import { inAttribute, inQuery, inQuotes, inScript, inText } from '../../components/embed/quote.js';
import { hasHeight, heightIn, hostIds, hosts, type HostId } from '../../components/embed/snippets.js';
import { embed as words } from '../../components/words/embed.js';

const site = 'https://tutor.example.org/some/where/';

const plain: Embed = {
  address: 'v1/mazur/backward/w5',
  title: 'Backpropagation by hand',
  question: 'How much does E_total change when w5 changes?',
  show: 'lesson',
  theme: 'auto',
};

/** Text that ends attributes, tags, strings, code and templates wherever it is not quoted. */
const hostile = `"'><b a=\`x\`>{{ 1 }} \\ \\" &quot; &amp [a](b) [0][1] *b* _c_ $d$ <!--\n\t-->`;
const changed = 'v1/mazur/backward/w5?set=w5:0.7,W[1,2]:0.5&with=biases:shared&program=a%20%3D%20b';

const textIn = (host: HostId, place: string, embed: Embed = plain, folder = site): string => {
  const found = hosts[host](embed, folder).find((snippet) => snippet.place === place);
  if (!found) throw new Error(`${host} has nothing for ${place}.`);
  return found.text;
};

describe('what stands in the attributes', () => {
  test.each<[string, string, Record<string, string>]>([
    ['a step', 'v1/mazur/backward/w5', { lesson: 'mazur', at: 'backward/w5' }],
    ['digits', 'v1/mazur/backward/w5?digits=12', { lesson: 'mazur', at: 'backward/w5', digits: '12' }],
    [
      'matrices, and digits',
      'v1/softmax-cross-entropy/forward/s?digits=4&form=matrix',
      { lesson: 'softmax-cross-entropy', at: 'forward/s', digits: '4', view: 'matrix' },
    ],
    ['a changed number', `${plain.address}?set=w5:0.7`, { lesson: 'mazur', at: `${plain.address}?set=w5:0.7` }],
    [
      'digits beside a change: the address says them',
      `${plain.address}?with=biases:shared&digits=12`,
      { lesson: 'mazur', at: `${plain.address}?with=biases:shared&digits=12` },
    ],
    ['an iteration', `${plain.address}?after=3`, { lesson: 'mazur', at: `${plain.address}?after=3` }],
    ['half of a step', `${plain.address}?show=formula`, { lesson: 'mazur', at: `${plain.address}?show=formula` }],
  ])('%s', (_, address, attributes) => {
    expect(attributesOf({ ...plain, address })).toEqual(attributes);
    expect(isChanged(address)).toBe(attributes['at'] === address);
  });

  test.each<[Partial<Embed>, Record<string, string | true>]>([
    [{ show: 'everything' }, { panels: 'all' }],
    [{ show: 'formula' }, { panels: 'formula' }],
    [{ show: 'still' }, { static: true }],
    [{ height: 500 }, { height: '500' }],
    [{ theme: 'dark' }, { theme: 'dark' }],
    [{ show: 'formula', height: 500 }, { panels: 'formula' }],
    [
      { show: 'still', height: 500, theme: 'light' },
      { static: true, height: '500', theme: 'light' },
    ],
  ])('%o', (wish, attributes) => {
    expect(attributesOf({ ...plain, ...wish })).toEqual({ lesson: 'mazur', at: 'backward/w5', ...attributes });
  });
});

describe('quoting', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...hostile, ...'ab:/;') }),
    fc.constant(hostile),
  );
  const markdown = new MarkdownIt({ html: true, linkify: true });

  test('Markdown changes nothing in an attribute', () => {
    fc.assert(
      fc.property(text, (value) => {
        const tag = `<bp-lesson at="${inAttribute(value)}">`;
        expect(markdown.renderInline(`a ${tag} b`)).toBe(`a ${tag} b`);
        expect(decoded(inAttribute(value))).toBe(value);
      }),
    );
  });

  test('Markdown finds nothing to do in a text', () => {
    fc.assert(
      fc.property(text, (value) => {
        const [paragraph] = markdown.parseInline(`<a>${inText(value)}</a>`, {});
        expect(
          paragraph?.children
            ?.map(({ type }) => type)
            .filter((type) => !/^(text|text_special|html_inline)$/.test(type)),
        ).toEqual([]);
        expect(paragraph?.children?.map(({ content }) => content).join('')).toBe(`<a>${value}</a>`);
      }),
    );
  });

  test('a word keeps its underscore', () => {
    expect(inText(plain.question)).toBe(plain.question);
  });

  test('in an address, and in strings', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(new URLSearchParams(`at=${inQuery(value)}`).get('at')).toBe(value);
        expect(JSON.parse(inQuotes(value))).toBe(value);
        const line = value.replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
        expect(strings(`(${inScript(line)})`)).toEqual([line]);
      }),
    );
    expect(inQuery('v1/mazur/backward/w5?set=w5:0.7,b1:1')).toBe('v1/mazur/backward/w5%3Fset%3Dw5:0.7,b1:1');
    expect(inQuery('bar diagram')).toBe('bar+diagram');
  });
});

describe('each kind of page', () => {
  test('plain HTML', () => {
    expect(textIn('plain', 'page')).toBe(`<script type="module" src="${site}backprop-tutor.js"></script>
<bp-lesson lesson="mazur" at="backward/w5" style="display:block;min-height:640px">
  <a href="${site}#v1/mazur/backward/w5">How much does E_total change when w5 changes?</a>
</bp-lesson>`);
  });

  test('what was changed goes along, escaped', () => {
    const text = textIn('plain', 'page', { ...plain, address: changed, height: 500, theme: 'dark' });
    expect(text).toContain(
      'at="v1/mazur/backward/w5?set=w5:0.7,W[1,2]:0.5&amp;with=biases:shared&amp;program=a%20%3D%20b"',
    );
    expect(text).toContain('height="500" theme="dark" style="display:block;min-height:500px"');
    expect(text).toContain(`href="${site}#${changed.replaceAll('&', '&amp;')}"`);
  });

  test('a formula stands in its line', () => {
    for (const host of ['plain', 'mkdocs', 'docusaurus', 'vitepress', 'hugo', 'sphinx'] as const) {
      const last = textIn(host, 'page', { ...plain, show: 'formula', height: 500 })
        .split('\n')
        .at(-1);
      expect(last).toMatch(/^<bp-lesson lesson="mazur" at="backward\/w5" panels="formula"><a href=".*<\/bp-lesson>$/);
    }
    expect(hostIds.filter((host) => hasHeight(host, 'formula'))).toEqual(['iframe']);
    expect(heightIn('iframe', 'formula')).toBeLessThan(heightIn('iframe', 'lesson')!);
  });

  test.each([
    ['docusaurus', 'docusaurus.config.js'],
    ['vitepress', '.vitepress/config.mts'],
  ] as const)('%s: settings are JavaScript, whatever the folder is called', (host, file) => {
    const folder = "https://tutor.example.org/it's/here/";
    const settings = `export default { ${textIn(host, file, plain, folder)} };`;
    expect(strings(settings)).toContain(`${folder}backprop-tutor.js`);
  });

  test('Docusaurus: an element of MDX, with a style as an object', () => {
    for (const address of [changed, `v1/mazur/${hostile}?set=${hostile}`]) {
      const text = textIn('docusaurus', 'page', { ...plain, address, question: hostile });
      const compiled = ts.transpile(text, { jsx: ts.JsxEmit.React, target: ts.ScriptTarget.ES2022 });
      expect(compiled).toContain("style: { display: 'block', minHeight: '640px' }");
      expect(strings(compiled)).toEqual(expect.arrayContaining([address, `${site}#${address}`, 'mazur']));
    }
  });

  test('a slide is filled, unless a height is given', () => {
    const slide = (wish: Partial<Embed>): string => textIn('reveal', 'slide', { ...plain, ...wish });
    const notes = readFileSync('test/hosts/reveal/README.md', 'utf8');
    const height = heightIn('reveal', 'lesson');
    expect(slide({})).toContain(`<bp-lesson lesson="mazur" at="backward/w5" height="${height}" data-prevent-swipe>`);
    expect(notes).toContain(`height="${height}" data-prevent-swipe>`);
    const [, start = ''] = /`(.*?)`/.exec(words.hosts.reveal.note) ?? [];
    expect(start).toContain(`height: ${height}`);
    expect(notes).toContain(start);
    expect(slide({ height: 300 })).toContain('height="300"');
    expect(slide({ show: 'formula' })).not.toMatch(/height|swipe/);
  });

  test('Jupyter: one trait for each attribute, values as Python reads them', () => {
    const address = `v1/mazur/${hostile}?set=${hostile}`;
    const text = textIn('jupyter', 'cell', { ...plain, address, show: 'still', theme: 'light' });
    expect(text).toContain('from traitlets import Bool, Unicode\n');
    expect(text).toContain('\n    static = Bool(True).tag(sync=True)\n');
    const strings = [...text.matchAll(/^ {4}(\w+) = (?:Unicode\()?(".*")/gm)].map(([, name, value]) => [name, value!]);
    expect(Object.fromEntries(strings.map(([name, value]) => [name, JSON.parse(value!)]))).toEqual({
      _esm: `${site}anywidget.js`,
      lesson: 'mazur',
      at: address,
      theme: 'light',
    });
    expect(textIn('jupyter', 'cell', { ...plain, address: `${plain.address}?digits=12` })).toContain(
      'from traitlets import Int, Unicode\n\nclass Lesson(anywidget.AnyWidget):\n    _esm = "https://tutor.example.org/some/where/anywidget.js"\n    lesson = Unicode("mazur").tag(sync=True)\n    at = Unicode("backward/w5").tag(sync=True)\n    digits = Int(12).tag(sync=True)',
    );
  });

  test('a frame asks for the same in its address', () => {
    const address = textIn('iframe', 'address', {
      ...plain,
      address: changed,
      show: 'still',
      theme: 'dark',
      height: 90,
    });
    const { origin, pathname, searchParams } = new URL(address);
    expect(origin + pathname).toBe(`${site}embed.html`);
    expect(Object.fromEntries(searchParams)).toEqual({ lesson: 'mazur', at: changed, static: '', theme: 'dark' });
    expect(textIn('iframe', 'page', { ...plain, height: 90 })).toContain('height: 90px');
    expect(textIn('iframe', 'page')).toContain('height: 640px');
  });
});

const settings = hostIds.flatMap((host) =>
  hosts[host](plain, site)
    .filter(({ place }) => !(place in words.places))
    .map(({ place, text }) => ({ host, place, text })),
);

test.each(settings)('$host: $place is what its page of notes says', ({ host, place, text }) => {
  const notes = readFileSync(`test/hosts/${host}/README.md`, 'utf8');
  expect(notes).toContain(`\`${place}\``);
  // But for the address of the tutor itself.
  const pieces = text.split(/:?\n\s*|[^\s'"]*backprop-tutor\.js/).filter(Boolean);
  expect(pieces.filter((piece) => !notes.includes(piece))).toEqual([]);
});

/** What HTML makes of an attribute's text, as far as ours uses references. */
function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name = '') =>
    code ? String.fromCodePoint(Number(code)) : (named[name as string] ?? ''),
  );
}

/** The values of all strings in a script. */
function strings(script: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('script.js', script, ts.ScriptTarget.ES2022));
  return found;
}
