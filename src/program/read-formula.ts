import type { MathNode } from 'mathjs';
import { InputError, type Place } from '../complaint.js';
import { call, name, number } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import { opNamed } from '../ops/index.js';
import type { Op } from '../ops/op.js';
import { checkTokens, isConstant, opCalled } from './check-tokens.js';
import { Source, tokensOf, type Token } from './tokens.js';

const limits = { length: 200, nodes: 150, depth: 40 };

/** Read a formula as a person types it: `(target - out)^2 / 2`. `at` is where the text begins. */
export async function readFormula(text: string, at?: Place): Promise<Formula> {
  const source: Source = new Source(text, at);
  checkLength(source);
  return parseTokens(tokensOf(source), source);
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
  const left = await parseTokens(tokens.slice(0, middle), source);
  const right = await parseTokens(tokens.slice(middle + 1), source);
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
async function parseTokens(tokens: readonly Token[], source: Source): Promise<Formula> {
  if (tokens.length === 0) source.refuse(0, 'The formula is empty: write one, like `w*x + b`.');
  checkTokens(tokens, source);
  const isLeaf = ({ kind }: Token): boolean => kind === 'number' || kind === 'name' || kind === 'reference';
  const text = tokens.map((token, i) => (isLeaf(token) ? `n${i}_` : token.text)).join('');
  const parse = await loadParser();
  const tree = toFormula(parse(text), (placeholder) => tokens[parseInt(placeholder.slice(1))]!, source);
  checkSize(tree, source);
  return tree;
}

const operators: Readonly<Record<string, string>> = {
  add: 'add',
  subtract: 'sub',
  multiply: 'mul',
  divide: 'div',
  pow: 'pow',
  unaryMinus: 'neg',
};

interface Node {
  readonly type: string;
  readonly fn?: string | { readonly name: string };
  readonly name?: string;
  readonly content?: Node;
  readonly args?: readonly Node[];
}

function toFormula(root: Node, tokenOf: (placeholder: string) => Token, source: Source): Formula {
  const convert = (node: Node): Formula => {
    switch (node.type) {
      case 'ParenthesisNode':
        return convert(node.content!);
      case 'SymbolNode': {
        const { kind, text } = tokenOf(node.name!);
        if (kind === 'name' && isConstant(text)) return call(text);
        return kind === 'number' ? number(text) : name(text);
      }
      case 'FunctionNode': {
        const token = tokenOf((node.fn as { name: string }).name);
        return withDefaults(opNamed(opCalled(token.text)), node.args!.map(convert), token, source);
      }
      case 'OperatorNode': {
        if (node.fn === 'unaryPlus') return convert(node.args![0]!);
        const op = operators[node.fn as string];
        if (op) return call(op, ...chain(node, op).map(convert));
      }
    }
    return source.refuse(0, 'This formula does not parse: use names, numbers, + − * / ^, parentheses and functions.');
  };
  return convert(root);
}

/** a + b + c is one sum of three terms; parentheses keep a group of their own. */
function chain(node: Node, op: string): readonly Node[] {
  const [first, ...rest] = node.args!;
  const flattens = (op === 'add' || op === 'mul') && first!.type === 'OperatorNode' && first!.fn === node.fn;
  return flattens ? [...chain(first!, op), ...rest] : node.args!;
}

function withDefaults(op: Op, args: readonly Formula[], token: Token, source: Source): Formula {
  if (op.inputs === 'list') return call(op.name, ...args);
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
  return call(op.name, ...args, ...rest);
}

function checkSize(formula: Formula, source: Source): void {
  let nodes = 0;
  const visit = (node: Formula, depth: number): void => {
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) {
      source.refuse(0, 'This formula is too large: split it over two lines.');
    }
    if (node.kind === 'call') node.args.forEach((arg) => visit(arg, depth + 1));
  };
  visit(formula, 1);
}
