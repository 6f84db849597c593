import { plainName, spoken } from '../formula-text.js';
import { reading } from '../network/reading.js';
import type { Scene } from '../scene.js';
import { grids as say } from '../words/grids.js';
import { shapeText } from './captions.js';
import { variableAt, type Unit, type Units } from './units.js';

/** Units with more numbers than this are described without them. */
const most = 16;

/** The diagram in words, a sentence for each unit: what it is computed from, and its numbers as far as they are known. */
export function sentencesOf(scene: Scene, { units, edges }: Units): readonly string[] {
  return [...units.values()].map((unit) => {
    const name = say.unit(nameOf(unit.name), shapeText(unit));
    const from = edges.filter(({ to }) => to === unit.name).map((edge) => nameOf(edge.from));
    const inside = unit.within === undefined ? undefined : nameOf(unit.within);
    const origin =
      unit.kind === 'line' || unit.kind === 'loss' ? say.receives(name, from, inside) : `${say.given(name)}.`;
    const numbers = numbersOf(scene, unit);
    return numbers ? `${origin} ${numbers}` : origin;
  });
}

const nameOf = (unit: string): string => spoken(plainName(unit));

function numbersOf(scene: Scene, unit: Unit): string | undefined {
  if (unit.rows * unit.columns > most) return undefined;
  const rows = Array.from({ length: unit.rows }, (_, row) =>
    Array.from({ length: unit.columns }, (__, column) => reading(scene, variableAt(unit, row, column))),
  );
  const name = nameOf(unit.name);
  if (rows.flat().every(({ waits }) => waits)) return undefined;
  const texts = rows.map((row) => row.map(({ text }) => text));
  return say.holds(name, texts.length === 1 ? [texts[0]!.join(', ')] : texts.map((row, i) => say.row(i + 1, row)));
}
