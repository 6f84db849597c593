import { Parser, type CST, type LineCounter } from 'yaml';

/**
 * Where a YAML text first goes deeper than it may, as an offset. The parser's later parts go down by recursion, so this is
 * asked before they run.
 * @param counter is told of every line
 */
export function tooDeep(yaml: string, most: number, counter: LineCounter): number | undefined {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser(counter.addNewLine).parse(yaml)) {
    open.push({ token, depth: 0 });
    for (let next = open.pop(); next; next = open.pop()) {
      const { token, depth } = next;
      if (depth > most) return token.offset;
      for (const inside of inner(token)) open.push({ token: inside, depth: depth + 1 });
    }
  }
  return undefined;
}

function inner(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((each): each is CST.Token => Boolean(each)));
}
