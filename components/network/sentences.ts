import { plainName } from '../formula-text.js';
import type { Scene } from '../scene.js';
import { words } from '../words.js';
import type { Picture } from './layout.js';
import { reading } from './reading.js';

const say = words.network;

/** The diagram in words, a sentence for each node that computes something. */
export function sentencesOf(scene: Scene, { nodes, edges }: Picture): readonly string[] {
  const value = (variable: string): string => {
    const { ref, text, waits } = reading(scene, variable);
    return say.named(plainName(ref), waits ? say.waits : text);
  };
  return nodes
    .filter(({ kind }) => kind === 'unit' || kind === 'loss')
    .map(({ id, label, variables }) => {
      const inputs = edges
        .filter(({ target }) => target === id)
        .map(({ from, by }) => (by === undefined ? value(from) : say.times(value(from), value(by))));
      return say.receives(label, inputs, variables.map(value));
    });
}
