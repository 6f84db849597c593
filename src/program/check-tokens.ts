import { blocks } from '../blocks/index.js';
import { ops, vectorOps } from '../ops/index.js';
import { didYouMean } from './nearest.js';
import { gradientFunction, tensorFunctions } from './tensor-functions.js';
import type { Source, Token } from './tokens.js';

/** Other well-known names of functions. */
const aliases: Readonly<Record<string, string>> = { ln: 'log' };

/** How to write what is an op to the engine but an operator on paper. */
const infix: Readonly<Record<string, string>> = {
  add: 'a + b',
  sub: 'a - b',
  mul: 'a * b',
  div: 'a / b',
  neg: '-a',
  pow: 'a^b',
};

/** The op that a formula calls by this name. */
export const opCalled = (name: string): string => (Object.hasOwn(aliases, name) ? aliases[name]! : name);

/** Whether a name is that of something a formula can call, other than an operator. */
export const isFunction = (name: string): boolean =>
  (ops.has(name) && !(name in infix)) ||
  vectorOps.has(name) ||
  blocks.has(name) ||
  Object.hasOwn(tensorFunctions, name) ||
  name === gradientFunction;

/** Whether a name is taken by a function or a constant, so that no line and no given number may have it. */
export const isTaken = (name: string): boolean => Object.hasOwn(aliases, name) || isFunction(name);

/** Whether a name is a constant: an op without inputs, like `pi`. */
export const isConstant = (name: string): boolean => ops.get(name)?.inputs.length === 0;

/**
 * Walk through the tokens as a reader would, each time expecting an operand or what may follow one,
 * and refuse the first that can't stand where it does. What passes here, mathjs parses.
 */
export function checkTokens(tokens: readonly Token[], source: Source): void {
  const open: { readonly token: Token; readonly callee: Token | undefined }[] = [];
  let before: Token | undefined;
  let wantsOperand = true;
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const refuse = (message: string): never => source.refuse(token.offset, message, token.text);
    if (wantsOperand) {
      switch (token.kind) {
        case 'number':
        case 'element':
        case 'restriction':
        case 'reference':
          wantsOperand = false;
          break;
        case 'name':
          checkName(token, next, source);
          wantsOperand = next?.kind === '(';
          break;
        case '(':
          open.push({ token, callee: before?.kind === 'name' ? before : undefined });
          break;
        case 'operator':
          if (token.text !== '+' && token.text !== '-') refuse(missing(before, token));
          break;
        default:
          refuse(missing(before, token));
      }
    } else if (token.kind === 'operator') {
      wantsOperand = true;
    } else if (token.kind === ')') {
      if (!open.pop()) refuse('This `)` closes nothing: take it away, or add the `(` it belongs to.');
    } else if (token.kind === ',') {
      if (!open.at(-1)?.callee) refuse(strayComma(before, next));
      wantsOperand = true;
    } else {
      refuse(noOperator(before!, token, next));
    }
    before = token;
  }
  if (wantsOperand && before) {
    source.refuse(source.text.length, `The formula ends after \`${before.text}\`: write what comes next.`, before.text);
  }
  const unclosed = open.at(-1)?.token;
  if (unclosed) source.refuse(unclosed.offset, 'This `(` is never closed: add the `)` it needs.', '(');
}

function checkName({ text: name, offset }: Token, next: Token | undefined, source: Source): void {
  const refuse = (message: string): never => source.refuse(offset, message, name);
  const op = opCalled(name);
  if (next?.kind !== '(') {
    if (isTaken(name) && !isConstant(name))
      refuse(`\`${name}\` is a function: give it its input in parentheses, \`${name}(x)\`.`);
  } else if (op in infix) {
    refuse(`\`${name}\` is written with its sign: write \`${infix[op]}\`.`);
  } else if (isConstant(op)) {
    refuse(`\`${name}\` is a number, not a function: write \`${name}\` alone, or \`${name}*(…)\`.`);
  } else if (!isFunction(op)) {
    const known = functionNames();
    const named = [...known.slice(0, listed), ...(known.length > listed ? ['others'] : [])];
    const otherwise = `For a product write \`${name}*(…)\`; the functions are ${named.slice(0, -1).join(', ')} and ${named.at(-1)!}.`;
    refuse(`There is no function \`${name}\`. ${didYouMean(name, known, otherwise)}`);
  }
}

/** So many functions are listed where none is close. */
const listed = 30;

/** Every function a formula can call, those of a textbook first. */
const functionNames = (): readonly string[] => [
  ...[...ops.keys()].filter((each) => !(each in infix) && !isConstant(each)),
  ...vectorOps.keys(),
  ...Object.keys(tensorFunctions),
  ...blocks.keys(),
];

function missing(before: Token | undefined, token: Token): string {
  if (!before) return `A formula can't begin with \`${token.text}\`: write what comes before it.`;
  if (before.kind === '(' && token.kind === ')')
    return 'There is nothing between `(` and `)`: write an input, or take both away.';
  return `Something is missing between \`${before.text}\` and \`${token.text}\`: write a name or a number there.`;
}

function strayComma(before: Token | undefined, next: Token | undefined): string {
  const decimal = before?.kind === 'number' && next?.kind === 'number';
  const fix = decimal ? `for a decimal write a point, \`${before.text}.${next.text}\`` : 'take it away';
  return `A comma stands only between the inputs of a function: ${fix}.`;
}

function noOperator(before: Token, token: Token, next: Token | undefined): string {
  const side = `${before.text}${before.kind === 'number' && token.kind !== 'number' ? '' : ' '}${token.text}`;
  if (before.kind === 'number' && token.kind === 'number') {
    return `There is no operator in \`${side}\`: write one between the two numbers.`;
  }
  const isCall = token.kind === 'name' && next?.kind === '(';
  const callsVariable = isCall && !isFunction(opCalled(token.text));
  const written = `${before.text}*${token.text}${callsVariable ? '*(…)' : isCall ? '(…)' : ''}`;
  return `The multiplication sign is missing in \`${side}\`: write \`${written}\`.`;
}
