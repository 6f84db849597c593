import { beforeAll, describe, expect, it } from 'vitest';
import { sentence } from '../../src/complaint.js';
import { readFormula } from '../../src/program/read-formula.js';
import { readLesson } from '../../src/lesson/read-lesson.js';
import { complaintsOf } from '../program/complaints-of.js';
import { sgd } from '../trace/sgd.js';
import { smallLesson } from './small-lesson.js';

// Loads mathjs, which may take longer than a test may.
beforeAll(async () => void (await readFormula('x')), 60_000);

describe('a lesson file', () => {
  it('is read as plain data', async () => {
    const { sections, program, programText, conventions, ...rest } = await readLesson(smallLesson, 'small.md');
    expect(programText).toBe('# the neuron\nnet = w*x + b\nout = sigmoid(net)\nL = (t - out)^2 / 2\n');
    expect(program.lines.map(({ name, line }) => [name, line])).toEqual([
      ['net', 2],
      ['out', 3],
      ['L', 4],
    ]);
    expect(program.given).toEqual(['w', 'x', 'b', 't']);
    expect(conventions.map(({ choices }) => choices.map((choice) => choice.id))).toEqual([
      ['frozen', 'trained'],
      ['half', 'whole'],
    ]);
    expect(conventions[1]!.choices[1]).toMatchObject({
      note: 'The plain square.',
      lines: [{ name: 'L', text: 'L = (t - out)^2' }],
    });
    expect(rest).toEqual({
      id: 'small',
      title: 'One neuron',
      summary: 'A neuron and its error.',
      needs: ['arithmetic'],
      loss: 'L',
      given: [
        { name: 'x', text: '0.10', role: 'input' },
        { name: 't', text: '1', role: 'target' },
        { name: 'w', text: '-0.5', role: 'parameter' },
        { name: 'b', text: '2e-3', role: 'parameter' },
      ],
      trained: ['w'],
      update: { optimiser: sgd, settings: { rate: '0.5' } },
      names: { 'local/out/net': 'slope of its sigmoid' },
      published: [
        {
          ref: 'out@1',
          label: 'what it says',
          printed: '-0.25',
          reason: [
            { kind: 'text', text: 'Rounded, ' },
            { kind: 'emphasis', content: [{ kind: 'text', text: 'as usual' }] },
            { kind: 'text', text: '.' },
          ],
          reproducedBy: { half: 'whole' },
        },
      ],
      walkthroughs: [],
      sources: [{ title: 'Nobody', url: 'https://example.org/' }],
    });
    expect(sections).toHaveLength(2);
    expect(sections[1]).toMatchObject({ ref: 'backward/net', when: { kind: 'call', op: 'sub' } });
    expect(sections[1]!.blocks).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'It’s ' },
          { kind: 'emphasis', content: [{ kind: 'text', text: 'flat' }] },
          { kind: 'text', text: ': ' },
          { kind: 'number', ref: 'local/out/net' },
          { kind: 'text', text: ', ' },
          { kind: 'math', tex: 'y(1 - y)' },
          { kind: 'text', text: ', see ' },
          { kind: 'step', ref: 'forward/out', content: [{ kind: 'text', text: 'its output' }] },
          { kind: 'text', text: ' or ' },
          { kind: 'code', text: 'net' },
          { kind: 'text', text: ' on ' },
          {
            kind: 'link',
            href: 'https://example.org/a',
            content: [
              { kind: 'text', text: 'a ' },
              { kind: 'strong', content: [{ kind: 'text', text: 'page' }] },
            ],
          },
          { kind: 'text', text: '.' },
        ],
      },
      { kind: 'list', ordered: false, items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two' }]] },
      { kind: 'math', tex: '\\frac{a}{b}' },
    ]);
    expect(sections[1]!.notes).toEqual([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: 'Ask ' },
          { kind: 'number', ref: 'out' },
          { kind: 'text', text: ' them.' },
        ],
      },
      { kind: 'list', ordered: true, items: [[{ kind: 'text', text: 'first' }]] },
    ]);
  });

  it('is the same with a byte order mark and the line ends of Windows', async () => {
    const windows = `\uFEFF${smallLesson.replaceAll('\n', '\r\n')}`;
    expect(await readLesson(windows, 'small.md')).toEqual(await readLesson(smallLesson, 'small.md'));
  });

  it('can be stored as JSON', async () => {
    const lesson = await readLesson(smallLesson, 'small.md');
    expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson);
  });
});

const prose = (text: string) => ['Hello.', text] as const;

describe('a broken lesson is refused by sentences that name the thing, the file and line, and the fix', () => {
  // prettier-ignore
  it.each([
    ['no front matter', '---\nid: small', 'id: small', 'small.md, line 1: A lesson begins with its front matter between two lines `---`: add'],
    ['front matter without end', '\n---\n', '\n', 'small.md, line 1: A lesson begins with its front matter'],
    ['a tab', '  t: 1', '\tt: 1', 'line 14, column 1: The front matter is broken at `t`: indent with spaces'],
    ['a colon in a text', 'title: One neuron', 'title: One: neuron', 'line 3, column 8: The front matter is broken at `One`: put a text that contains a colon'],
    ['an open quote', 'title: One neuron', 'title: "One neuron', 'a closing quote, bracket or brace is missing'],
    ['a key twice', 'loss: L', 'loss: L\nloss: L', 'line 12, column 1: The front matter is broken at `loss`: the same name stands twice'],
    ['an unknown key', 'loss: L', 'loss: L\nlos: L', 'line 12, column 1: The front matter has no `los`. Did you mean `loss`?'],
    ['an unknown key far from any', 'loss: L', 'loss: L\nweather: L', '`weather`. It can have: id, title'],
    ['a missing key', 'title: One neuron\n', '', 'line 1: The front matter has no `title`: add a line `title: …`.'],
    ['an id with spaces', 'id: small', 'id: Small one', 'line 2, column 1: `Small one` is not an id: use small letters'],
    ['a list for a text', 'loss: L', 'loss: [L]', 'line 11, column 1: `loss` must be one text or number: write it so.'],
    ['a text for a list', 'trained: [w]', 'trained: w', 'line 18, column 1: `trained` must be a list'],
    ['a text for a group', 'inputs: { x: 0.10 }', 'inputs: 0.10', 'line 12, column 1: `inputs` must be a group'],
    ['an alias', 'loss: L', 'loss: *L', '(references with `*` are not supported)'],
    ['a value that is no number', 'w: -0.5', 'w: half', 'line 16, column 3: `half` is not a number: write one, like `0.5`.'],
    ['a decimal comma', 'w: -0.5', 'w: 0,5', '`0,5` is not a number: write one, like `0.5`.'],
    ['an empty value', 'w: -0.5', 'w:', 'line 16, column 3: `w` has no value: write one, like `0.5`.'],
    ['a value too large', 'w: -0.5', 'w: 1e999', 'line 16, column 3: `1e999` is too large'],
    ['NaN', 'w: -0.5', 'w: NaN', '`NaN` is not a number: write one'],
    ['a bad name', 'w: -0.5', 'w: -0.5\n  2w: 1', 'line 17, column 3: `2w` is not a name'],
    ['a value twice', 'inputs: { x: 0.10 }', 'inputs: { x: 0.10, w: 1 }', 'line 16, column 3: `w` has a value already: take one'],
    ['a missing value', 'inputs: { x: 0.10 }', 'constants: { c: 1 }', 'line 8, column 3: `x` has no value. Add a line `x: 0.5`'],
    ['a value for no name', 'inputs: { x: 0.10 }', 'inputs: { x: 0.10, height: 1 }', 'line 12, column 20: The value of `height` belongs to no name in the program.'],
    ['a program line that does not parse', 'w*x + b', '2w*x + b', 'line 8, column 10: The multiplication sign is missing in `2w`: write `2*w`.'],
    ['a program in one paragraph', 'program: |', 'program:', 'line 6, column 1: `program` has several lines: write `|` after the colon'],
    ['a name used too early', '  net = w*x + b\n  out = sigmoid(net)', '  out = sigmoid(net)\n  net = w*x + b', 'line 8, column 3: `net` is used in line 8 before line 9 gives it: move line 9 above it.'],
    ['a cycle', 'w*x + b', 'w*out + x + b', 'a cycle: `net` needs `out` needs `net` (line 8, line 9)'],
    ['an unknown loss', 'loss: L', 'loss: Loss', 'No line gives the loss `Loss`. Add a line'],
    ['training what is no parameter', 'trained: [w]', 'trained: [x]', 'line 18, column 11: `x` is not a parameter, so it can\'t be trained. List it under `parameters`.'],
    ['an unknown optimiser', 'optimiser: sgd', 'optimiser: sdg', 'line 20, column 3: There is no optimiser `sdg`. Did you mean `sgd`?'],
    ['an unknown setting', 'rate: 0.5', 'rat: 0.5', '`settings` has no `rat`. Did you mean `rate`?'],
    ['a setting that is no number', 'rate: 0.5', 'rate: slow', '`slow` is not a number'],
    ['one choice only', '      - { id: trained, label: trained, trained: [b] }\n', '', 'The convention `bias` needs at least two choices: add one.'],
    ['a choice without label', 'label: kept', '', 'Item 1 of `choices` has no `label`: add a line'],
    ['the same choice twice', 'id: trained, label', 'id: frozen, label', 'The id `frozen` stands twice: choose another one.'],
    ['an unknown update order', 'id: trained, label', 'id: trained, update-order: new, label', '`new` is no order of updates: write `old` or `updated`.'],
    ['a choice for an unknown line', 'lines: L = (t - out)^2', 'lines: M = (t - out)^2', 'line 36, column 16: The program has no line `M` for this one to replace.'],
    ['a choice that needs more values', 'lines: L = (t - out)^2', 'lines: L = (t - out - c)^2', 'line 36, column 16: `c` has no value.'],
    ['a choice that makes a cycle', 'lines: L = (t - out)^2', 'lines: L = L^2', 'line 36, column 16: `L` uses itself in line 36, a cycle'],
    ['two conventions for one line', 'label: trained, trained: [b] }', 'label: trained, lines: L = out^2 }', '`bias` replaces the line `L` too: let only one convention change it.'],
    ['lines in the first choice', '{ id: frozen, label: kept }', '{ id: frozen, label: kept, lines: L = out^2 }', 'The first choice, `frozen`, is the lesson\'s own: put its lines'],
    ['a name for an unknown reference', 'local/out/net: slope', 'local/out/nett: slope', 'line 38, column 3: `local/out/nett` leads nowhere: there is no `nett`. Did you mean `net`?'],
    ['a published unknown', 'ref: out@1', 'ref: outt@1', 'line 40, column 5: `outt@1` leads nowhere: there is no `outt`. Did you mean `out`?'],
    ['a published text', 'printed: −0.25', 'printed: about 1', '`about 1` is not a number'],
    ['an unknown convention', '{ half: whole }', '{ halve: whole }', '`reproduced-by` has no `halve`. Did you mean `half`?'],
    ['an unknown choice', '{ half: whole }', '{ half: hole }', 'The convention `half` has no choice `hole`. Did you mean `whole`?'],
    ['a source without address', 'url: https://example.org/', 'url: example.org', '`example.org` is not an address: write it whole'],
    ['text before the first section', '## lesson\n', '', 'line 51: This text belongs to no step: write a heading above it'],
    ['a title in the body', '## lesson', '# lesson', 'line 50: The title stands in the front matter: begin a section with `##`.'],
    ['a section for a value', '## backward/net', '## net', 'line 54: `net` is a value, not a step: write `forward/net`.'],
    ['a section for nothing', '## backward/net', '## backwards/net', 'line 54: `backwards/net` is not a reference: write it like `w5`'],
    ['a condition that does not parse', '< 0.2', '<', 'line 55, column 7: The formula is empty'],
    ['a condition on nothing', '{local/out/net} < 0.2', '{local/out/w} < 0.2', 'line 55, column 7: `local/out/w` leads nowhere: `out` does not use `w` directly. It uses net.'],
    ['a live number of nothing', '[[local/out/net]]', '[[backward/nte]]', 'line 57: `backward/nte` leads nowhere: there is no `nte`. Did you mean `net`?'],
    ['a link to no step', 'step:forward/out', 'step:forward/w', 'line 57: `forward/w` leads nowhere: no line gives `w`, it is a given number: write `w`.'],
    ['a link to the wrong phase', 'step:forward/out', 'step:forward/L', '`forward/L` leads nowhere: `L` belongs to the loss steps: write `loss/L`.'],
    ['a link to no update', 'step:forward/out', 'step:update/x', '`update/x` leads nowhere: `x` is never updated. It can be one of w, b.'],
    ['a link to code', 'https://example.org/a', 'javascript:alert(1)', 'line 58: The link `javascript:alert(1)` leads nowhere: write'],
    ['a relative link', 'https://example.org/a', 'other.md', 'The link `other.md` leads nowhere: write'],
    ['a heading inside', ...prose('### Part'), 'line 52: Headings inside a section are not supported'],
    ['a table', ...prose('| a |\n|---|\n| b |'), 'line 52: Tables are not supported in prose: write a list.'],
    ['a quotation', ...prose('> a'), 'line 52: Quotations are not supported in prose'],
    ['a list in a list', ...prose('- a\n  - b'), 'line 52: An item of a list must be one paragraph'],
    ['an image', ...prose('![a](b.png)'), 'line 52: Images are not supported in prose: take it away.'],
  ])('%s', async (_, from, to, expected) => {
    expect(smallLesson).toContain(from);
    const complaints = await complaintsOf(readLesson(smallLesson.replace(from, to), 'small.md'));
    const sentences = complaints.map(sentence);
    expect(sentences.join('\n')).toContain(expected);
    expect(sentences.every((each) => each.startsWith('small.md, line '))).toBe(true);
    expect(sentences.join('\n')).not.toMatch(/undefined|\bNaN(?!`)|\[object/);
  });

  it('HTML is text, never markup', async () => {
    const { sections } = await readLesson(smallLesson.replace('Hello.', '<b>Hello</b>'), 'small.md');
    expect(sections[0]!.blocks).toEqual([{ kind: 'paragraph', content: [{ kind: 'text', text: '<b>Hello</b>' }] }]);
  });

  it('says everything at once', async () => {
    const broken = smallLesson.replace('w: -0.5', 'w: half').replace('loss: L', 'los: L').replace('[w]', '[v]');
    expect(await complaintsOf(readLesson(broken, 'small.md'))).toHaveLength(4);
  });
});
