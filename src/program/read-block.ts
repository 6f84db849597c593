import { InputError, type Place } from '../complaint.js';
import type { Block, BlockForm } from '../blocks/block.js';
import { blocks } from '../blocks/index.js';
import { isBefore, isNow, timeSteps, type Expression, type Form, type Input, type WrittenClaim } from './expression.js';
import { readExpression } from './read-formula.js';
import { readIndices } from './read-index.js';
import { readLines } from './read-program.js';
import { gradientFunction } from './tensor-functions.js';
import { Source } from './tokens.js';

const read = new Map<string, Promise<readonly Form[]>>();

/**
 * The programs a right side may stand for, if it calls a block; nothing if it calls none. A block stands alone, and its
 * inputs are names and numbers, so that each of its quantities has a name.
 */
export async function formsOf(formula: Expression, at: Place): Promise<readonly Form[] | undefined> {
  const refuse = (message: string, subject: string): never => {
    throw new InputError([{ message, at, subject }]);
  };
  const inside = formula.kind === 'call' && blocks.has(formula.op) ? formula.args : [formula];
  const nested = inside.flatMap(callsIn).find(({ op }) => blocks.has(op) || op === gradientFunction);
  if (nested?.op === gradientFunction) refuse('`grad(…)` stands only in a claim: take it away.', nested.op);
  if (nested)
    refuse(`The block \`${nested.op}\` needs a line of its own: write \`name = ${nested.op}(…)\`.`, nested.op);
  const block = formula.kind === 'call' ? blocks.get(formula.op) : undefined;
  if (!block || formula.kind !== 'call') return undefined;
  for (const arg of formula.args) {
    if (arg.kind === 'name' || arg.kind === 'number' || isAtTime(arg)) continue;
    const message = `The inputs of \`${block.name}\` are names and numbers: give each formula in it a line of its own first.`;
    refuse(message, block.name);
  }
  const forms = read.get(block.name) ?? readForms(block);
  read.set(block.name, forms);
  return forms;
}

/** A name at a time step: `x[t]`, `h[t-1]`, `h[3]`, `h[T]`. */
const isAtTime = (arg: Expression): boolean => {
  const [index, ...others] = arg.kind === 'element' ? arg.indices : [];
  if (!index || others.length || index.kind === 'rest') return false;
  return index.kind === 'at' || isNow(index) || isBefore(index) || index.name === timeSteps;
};

function callsIn(node: Expression): readonly (Expression & { readonly kind: 'call' })[] {
  if (node.kind === 'call') return [node, ...node.args.flatMap(callsIn)];
  return node.kind === 'reduction' ? callsIn(node.of) : [];
}

const readForms = (block: Block): Promise<readonly Form[]> => Promise.all(block.forms.map(readForm));

async function readForm({ inputs, lines, claims = '', hints = {}, requires = [], states }: BlockForm): Promise<Form> {
  const { lines: written, complaints } = await readLines(dedent(lines), { inBlock: true });
  if (complaints.length > 0) throw new InputError(complaints);
  const stated = dedent(claims).split('\n').filter(Boolean);
  return {
    inputs: readInputs(inputs),
    lines: written.map((line) => (hints[line.name] ? { ...line, hint: hints[line.name]! } : line)),
    claims: await Promise.all(stated.map((text) => readClaim(text))),
    requires,
    ...(states && { states }),
  };
}

/** Inputs with their axes: `x[n,j], gamma[j], eps = 1e-5`. */
function readInputs(text: string): readonly Input[] {
  return text.split(/,(?![^[]*\])/).map((piece) => {
    const [left = '', otherwise] = piece.split('=').map((side) => side.trim());
    const open = left.indexOf('[');
    const source: Source = new Source(left);
    return {
      name: open < 0 ? left : left.slice(0, open),
      indices: open < 0 ? [] : readIndices(source, open).indices,
      ...(otherwise !== undefined && { otherwise }),
    };
  });
}

/** A claim, `grad(z[k]) = p[k] - t[k]`: a closed form for a gradient. */
export async function readClaim(text: string, at?: Place, note?: string): Promise<WrittenClaim> {
  const [left = '', right = ''] = text.split(/=(.*)/s);
  const gradient = await readExpression(left.trim(), at);
  const [of] = gradient.kind === 'call' && gradient.op === gradientFunction ? gradient.args : [];
  if (of?.kind !== 'element' && of?.kind !== 'name') {
    const message = `\`${text}\` is not a claim: write one like \`grad(z[k]) = p[k] - t[k]\`.`;
    throw new InputError([{ message, ...(at && { at }), subject: text }]);
  }
  return {
    name: of.name,
    indices: of.kind === 'element' ? of.indices : [],
    formula: await readExpression(right.trim(), at),
    text,
    ...(note !== undefined && { note }),
  };
}

const dedent = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
