import {
  Binding,
  opNamed,
  ops,
  symbol,
  wrap,
  type Expression,
  type Index,
  type Letter,
  type Typeset,
} from '../../src/index.js';

/** A right side as it is written in the program, with letters and whole tensors, in TeX. `write` sets a bare name. */
export function expressionTex(expression: Expression, write: (name: string) => Typeset): Typeset {
  switch (expression.kind) {
    case 'number':
      return { tex: expression.text, binding: Binding.atom };
    case 'name':
      return write(expression.name);
    case 'element':
      return {
        tex: symbol(`${expression.name}[${expression.indices.map(indexTex).join(',')}]`),
        binding: Binding.atom,
      };
    case 'reduction': {
      const under = expression.over.map(letterTex).join(',');
      const of = wrap(expressionTex(expression.of, write), Binding.product);
      return { tex: `${reducers[expression.op]}_{${under}} ${of}`, binding: Binding.product };
    }
    case 'call':
      return applied(
        expression.op,
        expression.args.map((arg) => expressionTex(arg, write)),
      );
  }
}

const reducers = {
  sum: '\\sum',
  mean: '\\operatorname*{mean}',
  max: '\\max',
  min: '\\min',
} as const;

function applied(op: string, args: readonly Typeset[]): Typeset {
  const [first] = args;
  switch (op) {
    case 'mul':
      return { tex: args.map((arg) => wrap(arg, Binding.product)).join('\\,'), binding: Binding.product };
    case 'times':
      return { tex: args.map((arg) => wrap(arg, Binding.product)).join(' \\odot '), binding: Binding.product };
    case 'transpose':
      return { tex: `${wrap(first!, Binding.atom)}^{\\top}`, binding: Binding.power };
    case 'delta':
      return { tex: `\\delta_{${args.map(({ tex }) => tex).join(',')}}`, binding: Binding.atom };
  }
  if (ops.has(op)) return opNamed(op).tex(...args);
  return { tex: `\\operatorname{${op}}(${args.map(({ tex }) => tex).join(', ')})`, binding: Binding.power };
}

/** An index: a number, a letter, or a label, which may have indices of its own. `...` stands for every axis before. */
function indexTex(index: Index): string {
  switch (index.kind) {
    case 'at':
      return String(index.at);
    case 'rest':
      return '\\dots';
    case 'name':
      return symbol(index.indices.length ? `${index.name}[${index.indices.map(indexTex).join(',')}]` : index.name);
  }
}

const letterTex = ({ letter, except }: Letter): string => (except ? `${letter} \\neq ${indexTex(except)}` : letter);
