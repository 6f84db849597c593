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
      return { tex: elementTex(expression.name, expression.indices), binding: Binding.atom };
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

/** A tensor's symbol with its indices: numbers, letters, labels. `...`, the axes before, goes without saying. */
export function elementTex(name: string, indices: readonly Index[]): string {
  const written = indices.filter(({ kind }) => kind !== 'rest').map(indexTex);
  return symbol(written.length ? `${name}[${written.join(',')}]` : name);
}

function indexTex(index: Index): string {
  if (index.kind === 'rest') return '\\dots';
  return index.kind === 'at' ? String(index.at) : elementTex(index.name, index.indices);
}

const letterTex = ({ letter, except }: Letter): string => (except ? `${letter} \\neq ${indexTex(except)}` : letter);
