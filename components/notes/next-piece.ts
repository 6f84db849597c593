import { move } from '../../src/index.js';
import { makeScene, Runs } from '../make-scene.js';
import type { Scene } from '../scene.js';

const runs = new Runs();

/** The scene after the next piece; nothing at the end. Its numbers are those that are proven already. */
export function nextPiece(scene: Scene): Scene | undefined {
  const next = move(scene.state, scene.trace, 'reveal');
  if (next === scene.state) return undefined;
  return makeScene(next, { of: (state) => (state === next ? scene.run : runs.of(state)) });
}
