import { add, call, mul, number } from '../formula/build.js';
import type { Formula } from '../formula/formula.js';
import type { Expression } from '../program/expression.js';
import { checkTerms } from './budget.js';
import { capital, indicesOf, inWords, type Shape } from './shape.js';
import type { Surroundings, Value } from './surroundings.js';

/** A function of tensors that looks through windows: its inputs as tensors, and as they are written. */
type WindowFunction = (values: readonly Value[], args: readonly Expression[], around: Surroundings) => Value;

/** What slides a window over a tensor, by the name in programs. Only what lies inside the tensor is written out. */
export const windowFunctions: Readonly<Record<string, WindowFunction>> = {
  correlate,
  overlap,
  maxOfWindows: (values, args, around) => pooled('maxFirst', values, args, around),
  meanOfWindows: (values, args, around) => pooled('mean', values, args, around),
  ravel,
};

/**
 * `correlate(x, K, stride, padding, b)`: at each place of the window the sum of the products of K with what lies under
 * it, and a bias. K is `[k]` or `[k,l]` over the last axes of x; or `[f,c,k]` or `[f,c,k,l]`, with a filter for each
 * channel of the result and a layer of it for each channel of x, which stand before those axes.
 */
function correlate(values: readonly Value[], args: readonly Expression[], around: Surroundings): Value {
  const [x, filter, , , bias] = values as readonly [Value, Value, ...Value[]];
  const [stride, padding] = [wholeIn(args[2], 'stride', 1, around), wholeIn(args[3], 'padding', 0, around)];
  const window = windowOf(filter.shape);
  const before = x.shape.length - window.length - (filter.shape.length > window.length ? 1 : 0);
  if (before < 0 || filter.shape.length === 0) {
    around.complaint.refuse(
      `${capital(around.complaint.where)} moves a filter of ${inWords(filter.shape)} over ${inWords(x.shape)}: give the input as many axes as the filter has, or more.`,
      'correlate',
    );
  }
  const filters = filter.shape.length > window.length ? [filter.shape[0]!] : [];
  const channels = filters.length ? [filter.shape[1]!] : [];
  const places = placesOf(x.shape.slice(-window.length), window, { stride, padding, what: 'filter' }, around);
  checkTerms(size([...channels, ...window]), around.complaint);
  return {
    shape: [...x.shape.slice(0, before), ...filters, ...places],
    at: (index) => {
      const samples = index.slice(0, before);
      const own = index.slice(before, before + filters.length);
      const place = index.slice(before + filters.length);
      const terms: Formula[] = [];
      for (const channel of indicesOf(channels)) {
        for (const offset of indicesOf(window)) {
          const at = under(place, offset, { stride, padding, shape: x.shape });
          if (at) terms.push(mul(filter.at([...own, ...channel, ...offset]), x.at([...samples, ...channel, ...at])));
        }
      }
      if (bias) terms.push(bias.at(own));
      return sumOf(terms);
    },
  };
}

/**
 * `overlap(x, g, stride, padding)`: for each offset inside the window, the sum over all its places of what lies there in
 * x times the number that g has for the place. It is how the gradient of a filter follows from that of what it gives:
 * g is shaped like the result of `correlate`, without channels or with them (after one axis of samples at most).
 */
function overlap(values: readonly Value[], args: readonly Expression[], around: Surroundings): Value {
  const [x, upstream] = values as readonly [Value, Value];
  const [stride, padding] = [wholeIn(args[2], 'stride', 1, around), wholeIn(args[3], 'padding', 0, around)];
  const axes = wholeIn(args[4], 'number of axes', 1, around);
  const places = upstream.shape.slice(-axes);
  const isChannelled = x.shape.length > axes;
  if (x.shape.length < axes || x.shape.length !== upstream.shape.length) {
    around.complaint.refuse(
      `${capital(around.complaint.where)} lays ${inWords(upstream.shape)} over ${inWords(x.shape)} along ${axes} axes: both must have as many axes, and no fewer.`,
      'overlap',
    );
  }
  const samples = x.shape.slice(0, Math.max(0, x.shape.length - axes - 1));
  const inside = x.shape.slice(-axes);
  const window = inside.map((length, axis) => length + 2 * padding - (places[axis]! - 1) * stride);
  if (window.some((length) => length < 1)) {
    around.complaint.refuse(
      `${capital(around.complaint.where)} lays ${inWords(places)} over ${inWords(inside)} in steps of ${stride}, and there is no room: make the first smaller.`,
      'overlap',
    );
  }
  const channelled = isChannelled ? [upstream.shape.at(-axes - 1)!, x.shape.at(-axes - 1)!] : [];
  checkTerms(size([...samples, ...places]), around.complaint);
  return {
    shape: [...channelled, ...window],
    at: (index) => {
      const [own, channel] = isChannelled ? [[index[0]!], [index[1]!]] : [[], []];
      const offset = index.slice(-axes);
      const terms: Formula[] = [];
      for (const sample of indicesOf(samples)) {
        for (const place of indicesOf(places)) {
          const at = under(place, offset, { stride, padding, shape: x.shape });
          if (at) terms.push(mul(x.at([...sample, ...channel, ...at]), upstream.at([...sample, ...own, ...place])));
        }
      }
      return sumOf(terms);
    },
  };
}

/** `maxOfWindows(x, stride, k, l)`: over the last axes, as many as there are sizes of the window, each axis by itself. */
function pooled(op: string, [x]: readonly Value[], args: readonly Expression[], around: Surroundings): Value {
  const window = args.slice(2).map((each) => wholeIn(each, 'size of the window', 1, around));
  const stride = wholeIn(args[1], 'stride', 1, around);
  const before = x!.shape.length - window.length;
  if (before < 0) {
    around.complaint.refuse(
      `${capital(around.complaint.where)} moves a window of ${inWords(window)} over ${inWords(x!.shape)}: give the input as many axes as the window has, or more.`,
    );
  }
  const places = placesOf(x!.shape.slice(before), window, { stride, padding: 0, what: 'window' }, around);
  checkTerms(size(window), around.complaint);
  return {
    shape: [...x!.shape.slice(0, before), ...places],
    at: (index) => {
      const list = [...indicesOf(window)].map((offset) =>
        x!.at([
          ...index.slice(0, before),
          ...under(index.slice(before), offset, { stride, padding: 0, shape: x!.shape })!,
        ]),
      );
      return list.length === 1 ? list[0]! : call(op, ...list);
    },
  };
}

/** `ravel(x, 2)`: the axes from this one on as one, the last of them fastest. */
function ravel([x]: readonly Value[], args: readonly Expression[], around: Surroundings): Value {
  const from = wholeIn(args[1], 'first axis to flatten', 1, around) - 1;
  const { shape, at } = x!;
  if (from >= shape.length) {
    around.complaint.refuse(
      `${capital(around.complaint.where)} flattens ${inWords(shape)} from axis ${from + 1} on, and it has ${shape.length === 1 ? 'one axis' : `${shape.length} axes`}: the first axis is kept for the samples; for a single sample write \`flatten(x, 1)\`.`,
    );
  }
  const inner = shape.slice(from);
  return {
    shape: [...shape.slice(0, from), size(inner)],
    at: (index) => {
      let rest = index.at(-1)! - 1;
      const places = [...inner].reverse().map((length) => {
        const place = 1 + (rest % length);
        rest = Math.floor(rest / length);
        return place;
      });
      return at([...index.slice(0, -1), ...places.reverse()]);
    },
  };
}

/** How a window moves: by how many places at a time, and over how many zeros round the input. */
interface Moving {
  readonly stride: number;
  readonly padding: number;
}

/** The axes of a filter that its window has: `[k]`, `[k,l]`, and behind those of filters and channels `[f,c,k,l]`. */
const windowOf = (filter: Shape): Shape => (filter.length > 2 ? filter.slice(2) : filter);

/** How many places a window has along each axis (Dumoulin & Visin, A guide to convolution arithmetic, 2016, §2). */
function placesOf(
  input: Shape,
  window: Shape,
  { stride, padding, what }: Moving & { readonly what: string },
  { complaint }: Surroundings,
): Shape {
  if (window.some((length, axis) => length > input[axis]! + 2 * padding)) {
    const padded = padding ? `, padded by ${padding}` : '';
    const fix = what === 'filter' ? 'use a smaller filter, or more padding' : 'use a smaller window';
    complaint.refuse(
      `The ${what} (${inWords(window)}) is larger than its input (${inWords(input)}${padded}) in ${complaint.where}: ${fix}.`,
    );
  }
  return window.map((length, axis) => Math.floor((input[axis]! + 2 * padding - length) / stride) + 1);
}

/** What lies under an offset of the window at a place; nothing where it is padding. */
function under(
  place: readonly number[],
  offset: readonly number[],
  { stride, padding, shape }: Moving & { readonly shape: Shape },
): readonly number[] | undefined {
  const at = place.map((each, axis) => (each - 1) * stride + offset[axis]! - padding);
  const inside = shape.slice(-place.length);
  return at.every((each, axis) => each >= 1 && each <= inside[axis]!) ? at : undefined;
}

function wholeIn(written: Expression | undefined, what: string, least: number, { complaint }: Surroundings): number {
  const found = written?.kind === 'number' && /^\d+$/.test(written.text) ? Number(written.text) : NaN;
  if (found >= least) return found;
  const said = written?.kind === 'number' ? `is ${written.text}` : 'is not written as a number';
  const subject = written?.kind === 'name' ? written.name : undefined;
  return complaint.refuse(
    `The ${what}${subject === undefined ? '' : `, \`${subject}\`,`} ${said} in ${complaint.where}: write a whole number from ${least}, such as ${least + 1}.`,
    subject,
  );
}

const size = (shape: Shape): number => shape.reduce((a, b) => a * b, 1);

const sumOf = (terms: readonly Formula[]): Formula =>
  terms.length === 0 ? number(0) : terms.length === 1 ? terms[0]! : add(...terms);
