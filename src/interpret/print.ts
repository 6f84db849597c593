import type { Call, Formula } from '../formula/formula.js';

const sum = 1;
const product = 2;
const prefix = 3;
const power = 4;
const atom = 5;

const strengths: Readonly<Record<string, number>> = {
  add: sum,
  sub: sum,
  mul: product,
  div: product,
  neg: prefix,
  pow: power,
};

/** A formula as program text, in exactly the parentheses that make the reader give the same tree. */
export function print(formula: Formula): string {
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'name':
      return /^\w+$/.test(formula.name) ? formula.name : `{${formula.name}}`;
    case 'derivative':
      return `derivative(${print(formula.of)}, ${formula.by})`;
    case 'call':
      return printCall(formula);
  }
}

function printCall({ op, args, at: component }: Call): string {
  const [first, second] = args;
  switch (op) {
    case 'add':
    case 'mul': {
      // A sum right at the beginning of a sum would flatten into it: parentheses keep it apart.
      const own = strengths[op]!;
      const joined = args.map((arg, i) => {
        const flattens = arg.kind === 'call' && arg.op === op;
        return at(arg, i > 0 || flattens ? own + 1 : own, i > 0 || op === 'mul');
      });
      return joined.join(op === 'add' ? ' + ' : '*');
    }
    case 'sub':
      return `${at(first!, sum)} - ${at(second!, product, true)}`;
    case 'div':
      return `${at(first!, product, true)}/${at(second!, power)}`;
    case 'pow':
      return `${at(first!, atom)}^${at(second!, atom)}`;
    case 'neg':
      return `-${at(first!, power)}`;
    default:
      return args.length > 0
        ? `${op}(${args.map(print).join(', ')})${component === undefined ? '' : `[${component}]`}`
        : op;
  }
}

/** The formula, in parentheses if it binds more loosely than `needed`, or begins with a minus where `afterSign` forbids it. */
function at(formula: Formula, needed: number, afterSign = false): string {
  const strength = strengthOf(formula);
  return strength < needed || (afterSign && strength === prefix) ? `(${print(formula)})` : print(formula);
}

function strengthOf(formula: Formula): number {
  if (formula.kind === 'number') return formula.text.startsWith('-') ? prefix : atom;
  return formula.kind === 'call' ? (strengths[formula.op] ?? atom) : atom;
}
