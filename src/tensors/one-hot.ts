import { number } from '../formula/build.js';
import type { Expression, Index } from '../program/expression.js';
import { placeOf } from './index-of.js';
import type { Surroundings, Value } from './surroundings.js';

/** 1 at each given label and 0 elsewhere, along a new last axis. */
export function oneHot([label, classes]: readonly Expression[], around: Surroundings): Value {
  const count = classes?.kind === 'number' ? Number(classes.text) : NaN;
  if (label?.kind !== 'name' || !Number.isInteger(count) || count < 1)
    around.complaint.refuse('Write `oneHot(y, 3)`, with given labels and the number of classes.', 'oneHot');
  const shape = around.shapeOf(label.name);
  return {
    shape: [...shape, count],
    at: (index) => {
      const indices = index.slice(0, -1).map((at): Index => ({ kind: 'at', at }));
      const at = placeOf({ kind: 'name', name: label.name, indices }, { ...around, letters: new Map() });
      if (at > count)
        around.complaint.refuse(
          `The label \`${label.name}\` is ${at} in ${around.complaint.where}, and there are ${count} classes: labels go from 1 to ${count}.`,
          label.name,
        );
      around.budget.spend(1, around.complaint);
      return number(at === index.at(-1) ? 1 : 0);
    },
  };
}
