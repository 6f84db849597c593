import type { Formula } from '../../src/index.js';

const signs: Readonly<Record<string, readonly [sign: string, strength: number]>> = {
  add: [' + ', 1],
  sub: [' − ', 1],
  mul: [' · ', 2],
  div: [' / ', 2],
  pow: ['^', 3],
};

/** A formula in one line of Unicode, for labels and for what is read aloud. */
export function plainFormula(formula: Formula, write: (name: string) => string, needed = 0): string {
  switch (formula.kind) {
    case 'number':
      return formula.text;
    case 'name':
      return write(formula.name);
    case 'derivative':
      return `∂/∂${write(formula.by)} ${plainFormula(formula.of, write, 3)}`;
    case 'call': {
      const { op, args, at } = formula;
      if (op === 'neg') return parenthesise(`−${plainFormula(args[0]!, write, 2)}`, needed > 0);
      if (op === 'step') return `[${plainFormula(args[0]!, write)} > 0]`;
      const [sign, strength] = signs[op] ?? [];
      if (sign === undefined || strength === undefined)
        return `${op}(${args.map((arg) => plainFormula(arg, write)).join(', ')})${at ? `[${at}]` : ''}`;
      const parts = args.map((arg, i) =>
        plainFormula(arg, write, i && (op === 'sub' || op === 'div') ? strength + 1 : strength),
      );
      // out(1 − out), as it is typeset.
      const joined =
        op === 'mul'
          ? parts.reduce((left, right) => left + (right.startsWith('(') ? '' : sign) + right)
          : parts.join(sign);
      return parenthesise(joined, strength < needed);
    }
  }
}

const parenthesise = (text: string, needed: boolean): string => (needed ? `(${text})` : text);
