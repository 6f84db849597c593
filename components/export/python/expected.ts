import { gradientOf, updateOf, type ConfirmOptions, type Run } from '../../../src/index.js';

/** The kinds of numbers that a Python file asserts. */
export type GroupId = 'forward' | 'gradients' | 'updated';

/** A number as the tutor has it. */
export interface ExpectedNumber {
  readonly ref: string;
  /** Its variable: `w5` of `backward/w5`. */
  readonly name: string;
  /** 17 significant digits, as many as a double has. */
  readonly plain: string;
}

/** A number that a double cannot hold, or cannot come to: it is listed, not asserted. */
export interface Beyond {
  readonly ref: string;
  readonly why: 'noValue' | 'unproven' | 'tooLarge' | 'tooSmall' | 'lost';
  readonly plain: string;
}

export interface Expected {
  readonly groups: Readonly<Record<GroupId, readonly ExpectedNumber[]>>;
  readonly beyond: readonly Beyond[];
}

/** Digits that tell every double apart. */
const digits = 17;
/** How far a double may be from a number, as the files assert it. */
export const tolerance = { relative: 1e-9, absolute: 1e-12 } as const;
const leastNormal = 2.2250738585072014e-308;

/** Every forward value, gradient and new value (of parameters, and of what the optimiser keeps) of an iteration, proven, and told apart by whether doubles can have it. */
export async function expectedNumbers(run: Run, iteration: number, options: ConfirmOptions): Promise<Expected> {
  const { setup, assignments, moved } = run.trace;
  const numbers = run.at(iteration);
  const refs: Readonly<Record<GroupId, readonly (readonly [name: string, ref: string])[]>> = {
    forward: setup.program.lines.map(({ name }) => [name, name]),
    gradients: assignments.flatMap(({ ref }) => {
      const name = /^backward\/([^/]+)$/.exec(ref)?.[1];
      return name === undefined ? [] : [[name, gradientOf(name)] as const];
    }),
    updated: moved.map((name) => [name, updateOf(name)]),
  };
  await numbers.confirm(
    Object.values(refs).flatMap((group) => group.map(([, ref]) => ref)),
    digits,
    options,
  );
  const beyond: Beyond[] = [];
  const held = (group: GroupId): readonly ExpectedNumber[] =>
    refs[group].flatMap(([name, ref]) => {
      const shown = numbers.show(ref, digits);
      const why = !shown
        ? ('noValue' as const)
        : shown.provisional
          ? ('unproven' as const)
          : whyBeyond(shown.bound ?? shown.plain, numbers.double(ref));
      if (why === undefined) return [{ ref, name, plain: shown!.plain }];
      beyond.push({ ref, why, plain: shown?.bound ?? shown?.plain ?? '' });
      return [];
    });
  const groups = { forward: held('forward'), gradients: held('gradients'), updated: held('updated') };
  return { groups, beyond };
}

function whyBeyond(plain: string, double: number | undefined): Beyond['why'] | undefined {
  const value = Number(plain);
  if (!Number.isFinite(value)) return 'tooLarge';
  if (Math.abs(value) < leastNormal && /[1-9]/.test(plain.replace(/e.*$/, ''))) return 'tooSmall';
  const most = tolerance.absolute + tolerance.relative * Math.abs(value);
  return double === undefined || !(Math.abs(double - value) <= most) ? 'lost' : undefined;
}
