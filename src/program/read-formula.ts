import type { MathNode } from 'mathjs';
import { InputError, type Place } from '../complaint.js';
import { call, name, number } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { ops } from '../ops/index.js';
import type { Op } from '../ops/op.js';
import { checkTokens, isConstant, opCalled } from './check-tokens.js';
import { initialOf, isBefore, type Application, type Expression, type Index, type Letter } from './expression.js';
import { reducers, tensorFunctions } from './tensor-functions.js';
import { Source, tokensOf, type Token } from './tokens.js';

const limits = { length: 200, nodes: 150, depth: 40 };

/** Read the right side of a line as a person types it: `(target - out)^2 / 2`, `W*x + b`. `at` is where the text begins. */
export async function readExpression(text: string, at?: Place): Promise<Expression> {
  const source: Source = new Source(text, at);
  checkLength(source);
  return parseTokens(tokensOf(source), source);
}

/** Read a formula over scalars. Tensors, which a program may have, are refused. */
export async function readFormula(text: string, at?: Place): Promise<Formula> {
  const expression = await readExpression(text, at);
  return onlyScalars(expression, new Source(text, at));
}

/** The same expression as a formula, if it says nothing of tensors. */
export function onlyScalars(expression: Expression, source: Source): Formula {
  const { kind } = expression;
  if (kind === 'number' || kind === 'name') return expression;
  if (kind === 'call' && ops.has(expression.op)) {
    return { ...expression, args: expression.args.map((arg) => onlyScalars(arg, source)) };
  }
  const what = kind === 'call' ? expression.op : kind === 'element' ? expression.name : `${expression.op}(…)`;
  return source.refuse(0, `\`${what}\` is about vectors or matrices, and only single numbers can stand here.`, what);
}

/**
 * Read a condition over references in braces, `{local/out_o1/net_o1} < 0.2`,
 * as a formula that is positive where the condition holds.
 */
export async function readCondition(text: string, at?: Place): Promise<Formula> {
  const source: Source = new Source(text, at);
  checkLength(source);
  const tokens = tokensOf(source, true);
  const [sign, second] = tokens.filter((token) => token.kind === 'comparison');
  if (!sign) source.refuse(0, 'A condition compares two things: write it like `{local/out_o1/net_o1} < 0.2`.');
  if (second)
    source.refuse(second.offset, 'A condition compares two things only: take one comparison away.', second.text);
  const middle = tokens.indexOf(sign);
  const side = async (part: readonly Token[]): Promise<Formula> => onlyScalars(await parseTokens(part, source), source);
  const left = await side(tokens.slice(0, middle));
  const right = await side(tokens.slice(middle + 1));
  return sign.text === '<' ? call('sub', right, left) : call('sub', left, right);
}

function checkLength(source: Source): void {
  const { length } = source.text;
  if (length > limits.length) {
    source.refuse(0, `This formula has ${length} characters, more than ${limits.length}: split it over two lines.`);
  }
}

type Parse = (text: string) => MathNode;
let parser: Promise<Parse> | undefined;

function loadParser(): Promise<Parse> {
  return (parser ??= import('./mathjs-parser.js').then(
    ({ parse }) => parse,
    () => {
      parser = undefined;
      throw new InputError([
        { message: 'The part that reads formulas could not be loaded: check the connection and try again.' },
      ]);
    },
  ));
}

/**
 * Names and numbers reach mathjs as numbered placeholders: numbers keep their text that way, no
 * name means anything to mathjs, and every node leads back to the token it came from.
 */
async function parseTokens(tokens: readonly Token[], source: Source): Promise<Expression> {
  if (tokens.length === 0) source.refuse(0, 'The formula is empty: write one, like `w*x + b`.');
  checkTokens(tokens, source);
  const isLeaf = ({ kind }: Token): boolean => leaves.has(kind);
  const text = tokens.map((token, i) => (isLeaf(token) ? `n${i}_` : token.text)).join('');
  const parse = await loadParser();
  const tree = toExpression(parse(text), (placeholder) => tokens[parseInt(placeholder.slice(1))]!, source);
  checkSize(tree, source);
  return tree;
}

const leaves: ReadonlySet<Token['kind']> = new Set(['number', 'name', 'element', 'restriction', 'reference']);

const operators: Readonly<Record<string, string>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  pow: 'pow',
  unaryMinus: 'neg',
  dotMultiply: 'times',
};

interface Node {
  readonly type: string;
  readonly fn?: string | { readonly name: string };
  readonly name?: string;
  readonly content?: Node;
  readonly args?: readonly Node[];
}

const apply = (op: string, args: readonly Expression[]): Application => ({ kind: 'call', op, args });

function toExpression(root: Node, tokenOf: (placeholder: string) => Token, source: Source): Expression {
  const leaf = (node: Node): Token | undefined => (node.type === 'SymbolNode' ? tokenOf(node.name!) : undefined);
  const convert = (node: Node): Expression => {
    switch (node.type) {
      case 'ParenthesisNode':
        return convert(node.content!);
      case 'SymbolNode': {
        const { kind, text, offset, indices } = tokenOf(node.name!);
        if (kind === 'name' && isConstant(text)) return apply(text, []);
        if (kind === 'element') return elementAt(text, indices!, offset, source);
        if (kind === 'restriction')
          source.refuse(offset, 'A letter leaves a value out only at the end of a sum: `sum(s[k], k != y)`.', text);
        return kind === 'number' ? number(text) : name(text);
      }
      case 'FunctionNode': {
        const token = tokenOf((node.fn as { name: string }).name);
        return applied(opCalled(token.text), node.args!, { token, leaf, convert, source });
      }
      case 'OperatorNode': {
        if (node.fn === 'unaryPlus') return convert(node.args![0]!);
        const op = operators[node.fn as string];
        if (op) return apply(op, chain(node, op).map(convert));
      }
    }
    return source.refuse(0, 'This formula does not parse: use names, numbers, + − * / ^, parentheses and functions.');
  };
  return convert(root);
}

/** An element, `W[i,j]`; of the time step before, `h[t-1]`, it has another name at the first one. */
function elementAt(name: string, indices: readonly Index[], offset: number, source: Source): Expression {
  const before = indices.findIndex(isBefore);
  if (before < 0) return { kind: 'element', name, indices };
  if (before === 0) return { kind: 'element', name, indices, initial: initialOf(name) };
  return source.refuse(
    offset,
    `\`t-1\` stands first in an index, \`${name}[t-1,i]\`: put time before the other axes.`,
    name,
  );
}

/** a + b + c is one sum of three terms; parentheses keep a group of their own. */
function chain(node: Node, op: string): readonly Node[] {
  const [first, ...rest] = node.args!;
  const flattens = (op === 'add' || op === 'mul') && first!.type === 'OperatorNode' && first!.fn === node.fn;
  return flattens ? [...chain(first!, op), ...rest] : node.args!;
}

interface Conversion {
  readonly token: Token;
  readonly leaf: (node: Node) => Token | undefined;
  readonly convert: (node: Node) => Expression;
  readonly source: Source;
}

/** A function of its inputs: a sum along letters, an op, a function of tensors, or (looked at later) a block. */
function applied(called: string, nodes: readonly Node[], { token, leaf, convert, source }: Conversion): Expression {
  const reducer = reducers.find((each) => each === called);
  if (reducer && nodes.length > 1) {
    const of = convert(nodes[0]!);
    const over = nodes.slice(1).map((node) => letterIn(leaf(node), of));
    if (over.every((letter) => letter !== undefined)) return { kind: 'reduction', op: reducer, of, over };
  }
  const args = nodes.map(convert);
  const op = ops.get(called);
  if (op) return withDefaults(op, args, token, source);
  const form = tensorFunctions[called];
  if (form && (args.length < form.inputs[0] || args.length > form.inputs[1]))
    source.refuse(token.offset, `\`${called}\` has ${args.length} inputs here: write \`${form.form}\`.`, called);
  return apply(called, args);
}

/** The letter that a sum goes along, if its last inputs name one that indexes something inside. */
function letterIn(token: Token | undefined, of: Expression): Letter | undefined {
  if (token?.kind === 'restriction') return { letter: token.text, except: token.indices![0]! };
  return token?.kind === 'name' && indexes(of, token.text) ? { letter: token.text } : undefined;
}

function indexes(node: Expression, letter: string): boolean {
  const inIndex = (index: Index): boolean =>
    index.kind === 'name' && (index.name === letter || index.indices.some(inIndex));
  switch (node.kind) {
    case 'element':
      return node.indices.some(inIndex);
    case 'call':
      return node.args.some((arg) => indexes(arg, letter));
    case 'reduction':
      return indexes(node.of, letter);
    default:
      return false;
  }
}

function withDefaults(op: Op, args: readonly Expression[], token: Token, source: Source): Application {
  if (op.inputs === 'list') return apply(op.name, args);
  const defaults = op.defaults ?? {};
  const most = op.inputs.length;
  const least = most - op.inputs.filter((input) => input in defaults).length;
  if (args.length < least || args.length > most) {
    const takes = least === most ? `${most} ${most === 1 ? 'input' : 'inputs'}` : `${least} to ${most} inputs`;
    const signature = `${token.text}(${op.inputs.join(', ')})`;
    const message = `\`${token.text}\` takes ${takes} and has ${args.length} here: write \`${signature}\`.`;
    source.refuse(token.offset, message, token.text);
  }
  const rest = op.inputs.slice(args.length).map((input) => number(defaults[input]!));
  return apply(op.name, [...args, ...rest]);
}

function checkSize(formula: Expression, source: Source): void {
  let nodes = 0;
  const visit = (node: Expression, depth: number): void => {
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) {
      source.refuse(0, 'This formula is too large: split it over two lines.');
    }
    if (node.kind === 'call') node.args.forEach((arg) => visit(arg, depth + 1));
    if (node.kind === 'reduction') visit(node.of, depth + 1);
  };
  visit(formula, 1);
}
