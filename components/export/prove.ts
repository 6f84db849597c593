import { InputError, parseReference, type ConfirmOptions, type LessonState } from '../../src/index.js';
import { plainName } from '../formula-text.js';
import { makeScene, Runs } from '../make-scene.js';
import type { Scene } from '../scene.js';
import { exported as say } from '../words/export.js';

/** A number that was asked for: its reference without an iteration, and at how many digits. */
interface Asked {
  readonly name: string;
  readonly ref: string;
  readonly iteration: number | undefined;
  readonly digits: number;
}

/** What is proven may bring in further sentences, with numbers of their own. */
const mostRounds = 4;

/**
 * Write something about a state from proven digits only: it is written to see which numbers it shows, these are
 * confirmed, and it is written again.
 * @throws InputError if some digits cannot be proven
 */
export async function proven<T>(
  state: LessonState,
  write: (scene: Scene) => T,
  options: ConfirmOptions = {},
  runs = new Runs(),
): Promise<T> {
  for (let round = 1; ; round++) {
    const scene = makeScene(state, runs);
    const { written, asked } = record(scene, write);
    const isOpen = ({ name, digits }: Asked): boolean => scene.show(name, digits)?.provisional ?? true;
    let news = false;
    for (const { ref, iteration, digits } of asked.filter(isOpen)) {
      const numbers = iteration === undefined ? scene.numbers : scene.numbersAt(iteration);
      news = (await numbers.confirm([ref], digits, options)) || news;
    }
    if (news && round < mostRounds) continue;
    const unproven = asked.filter(({ name, digits }) => scene.show(name, digits)?.provisional);
    if (!unproven.length) return written;
    const names = [...new Set(unproven.map(({ name }) => plainName(name, scene.setup.loss)))];
    throw new InputError([{ message: say.unproven(names, state.digits) }]);
  }
}

/** What is written about a scene, and every number that it shows. */
function record<T>(
  scene: Scene,
  write: (scene: Scene) => T,
): { readonly written: T; readonly asked: readonly Asked[] } {
  const asked = new Map<string, Asked>();
  const written = write({
    ...scene,
    show: (name, digits = scene.state.digits) => {
      const iteration = parseReference(name)?.iteration;
      asked.set(`${name} ${digits}`, { name, ref: name.replace(/@\d+$/, ''), iteration, digits });
      return scene.show(name, digits);
    },
  });
  return { written, asked: [...asked.values()] };
}
