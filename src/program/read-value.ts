import { InputError } from '../complaint.js';
import { readNumber } from '../numbers/literal.js';
import { elementName } from './expression.js';

/** Axes of a list, and characters of what is typed. */
const mostAxes = 8;
const longest = 100_000;

type Nested = string | readonly Nested[];

/**
 * Read what is typed as the value of a name: a number, or a list of them for a vector (`[0.5, -1]`), of rows for a
 * matrix (`[[1, 2], [3, 4]]`).
 * @returns the text of each number by the name of its element
 * @throws InputError with one sentence that says how to write it
 */
export function readValue(typed: string, name: string): Readonly<Record<string, string>> {
  const said = typed.trim();
  if (!said.startsWith('[')) return { [name]: readNumber(said, name).text };
  const refuse = (message: string): never => {
    throw new InputError([{ message, subject: name }]);
  };
  if (said.length > longest) refuse(`The list for ${name} has more than ${longest} characters: make it smaller.`);
  const pieces = said.match(/[[\]]|,|[^[\],]+/g)!.map((piece) => piece.trim());
  const tokens = pieces.filter(Boolean);
  let at = 0;
  const list = (depth = 1): readonly Nested[] => {
    if (depth > mostAxes)
      refuse(`The list for ${name} is more than ${mostAxes} lists deep: take some of its brackets away.`);
    const items: Nested[] = [];
    for (at += 1; ; at += 1) {
      const token = tokens[at];
      if (token === '[') items.push(list(depth + 1));
      else if (token === undefined || token === ']' || token === ',')
        refuse(`A number is missing in the list for ${name}: write it like [0.5, -1], rows like [[1, 2], [3, 4]].`);
      else items.push(readNumber(token, name).text);
      at += 1;
      if (tokens[at] === ']') return items;
      if (tokens[at] !== ',')
        refuse(
          `The list for ${name} needs ${tokens[at] === undefined ? 'a `]` at its end' : 'a comma between its numbers'}.`,
        );
    }
  };
  const nested = list();
  if (at < tokens.length - 1) refuse(`The list for ${name} goes on after its last \`]\`: take away what follows.`);
  const shapes = new Set<string>();
  const elements = flatten(nested, [], shapes);
  if (shapes.size > 1) refuse(`The rows of ${name} have different sizes: give every row as many numbers.`);
  return Object.fromEntries(elements.map(([index, text]) => [elementName(name, index), text]));
}

/** The numbers with their indices. `shapes` collects the sizes on the way to each: one, if the list is regular. */
function flatten(
  nested: readonly Nested[],
  index: readonly number[],
  shapes: Set<string>,
  sizes: readonly number[] = [nested.length],
): readonly (readonly [readonly number[], string])[] {
  return nested.flatMap((each, i): readonly (readonly [readonly number[], string])[] => {
    const here = [...index, i + 1];
    if (typeof each !== 'string') return flatten(each, here, shapes, [...sizes, each.length]);
    shapes.add(sizes.join('×'));
    return [[here, each]];
  });
}
