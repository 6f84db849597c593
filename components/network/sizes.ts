import { plainSymbol, withSmallIndices } from '../formula-text.js';
import type { DiagramNode } from './diagram.js';
import { textWidth } from './geometry.js';

/** The room the diagram has. */
export interface Room {
  readonly width: number;
  /** Small boxes with their names inside, and edges with names only: for narrow screens. */
  readonly compact: boolean;
  /** Height to fill beyond what is needed, by standing rows further apart. */
  readonly spare?: number;
}

/** Font sizes, the same as in the styles. */
export const fonts = { name: 12.5, value: 15, small: 12, compact: 11.5 } as const;

/** How many letters of a number there is always room for: `−0.0123`. */
const digits = '−0.0123';

/** What is written beside a node's number or numbers. */
export interface NodeText {
  readonly label: string;
  /** One for each variable, where the node has several. */
  readonly rows: readonly string[];
}

/** `net_h1, out_h1` is h₁ with rows net and out; `z1, a1` is a₁ with rows z₁ and a₁; a target of `E_o1` is just target. */
export function nodeText({ variables, stands }: DiagramNode): NodeText {
  const last = variables.at(-1)!;
  const [head, tail] = split(last);
  if (variables.length === 1) {
    const shared = typeof stands === 'object' && tail !== '' && split(stands.beside)[1] === tail;
    return { label: shared ? head : symbolOf(last), rows: [''] };
  }
  const heads = variables.map(split);
  return tail !== '' && heads.every(([, each]) => each === tail)
    ? { label: plainSymbol(tail), rows: heads.map(([each]) => each) }
    : { label: symbolOf(last), rows: variables.map(symbolOf) };
}

const symbolOf = (name: string): string => withSmallIndices(plainSymbol(name));

function split(name: string): readonly [head: string, tail: string] {
  const at = name.lastIndexOf('_');
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name, ''];
}

/** The size of a node's box; `above` and `name` are the height and width of a name on top of it. */
export interface Size {
  readonly w: number;
  readonly h: number;
  readonly above: number;
  readonly name: number;
}

/** Whether a node's name and number stand in one line. */
export const isPill = ({ kind }: DiagramNode): boolean => kind === 'parameter' || kind === 'target';

/** The size of a node. */
export function sizeOf(node: DiagramNode, { compact }: Room): Size {
  const { label, rows } = nodeText(node);
  if (isPill(node)) {
    const size = compact ? fonts.compact : fonts.small;
    const pill = node.kind === 'parameter';
    const value = digits.slice(compact || !pill ? 3 : 1);
    return {
      w: textWidth(`${label} ${value}`, size) + (pill ? 14 : 2),
      h: pill ? (compact ? 20 : 24) : 18,
      above: 0,
      name: 0,
    };
  }
  if (compact) return { w: Math.min(Math.max(42, textWidth(label, fonts.compact) + 6), 96), h: 36, above: 0, name: 0 };
  const prefix = Math.max(...rows.map((row) => (row ? textWidth(row, fonts.small) + 5 : 0)));
  const value = textWidth(node.kind === 'input' ? digits.slice(2) : digits.slice(1), fonts.value);
  return {
    w: Math.min(prefix + value + 16, 130),
    h: rows.length > 1 ? 52 : 38,
    above: 20,
    name: textWidth(label, fonts.name),
  };
}

/** The room for an edge's label. */
export function labelSize(by: string, compact: boolean): { readonly w: number; readonly h: number } {
  const name = symbolOf(by);
  return compact
    ? { w: textWidth(`${name}⁺`, fonts.compact) + 3, h: 15 }
    : { w: textWidth(`${name}⁺ ${digits.slice(1)}`, fonts.small) + 4, h: 17 };
}
