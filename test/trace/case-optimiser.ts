import { optimiserOf } from '../../src/lesson/read-update.js';
import type { Optimiser } from '../../src/optimisers/optimiser.js';
import { ownName, sharedName } from '../../src/trace/optimiser-state.js';
import { elementsOf, type Case, type CaseOptimizer, type Tensor } from './case.js';

/** What a case calls a setting, and what we do. */
const settings: Readonly<Record<string, string>> = {
  lr: 'rate',
  momentum: 'mu',
  alpha: 'rho',
  beta1: 'beta1',
  beta2: 'beta2',
  eps: 'eps',
  weight_decay: 'decay',
  l1: 'decay1',
  clip_norm: 'max_norm',
  clip_value: 'max_value',
};
const ofSchedules: Readonly<Record<string, string>> = {
  step_size: 'every',
  gamma: 'factor',
  t_max: 'period',
  eta_min: 'min_rate',
};
const kept: Readonly<Record<string, string>> = { buf: 'v', sum: 'v' };

/** A case's optimiser as one of ours, with its settings and what its state starts from. */
export interface CaseUpdate {
  readonly optimiser: Optimiser;
  readonly settings: Readonly<Record<string, string>>;
  readonly start: Readonly<Record<string, string>>;
}

export async function updateOfCase({ optimizer }: Case): Promise<CaseUpdate> {
  if (!optimizer) return { optimiser: await optimiserOf({ optimiser: 'sgd' }), settings: { rate: '0' }, start: {} };
  const { schedule, weight_decay, l1, clip_norm, clip_value, type, init_state = {}, t0 } = optimizer;
  const before = [
    clip_norm && 'clip-norm',
    clip_value && 'clip-value',
    l1 && 'l1',
    weight_decay && type !== 'adamw' && 'l2',
  ].filter((each) => typeof each === 'string');
  const optimiser = await optimiserOf({
    optimiser: nameOf(optimizer),
    with: before,
    ...(schedule && { schedule: schedule.type }),
  });
  const given = (names: Readonly<Record<string, string>>, values: object): readonly (readonly [string, string])[] =>
    Object.entries(values).flatMap(([key, value]) => (key in names ? [[names[key]!, value as string] as const] : []));
  const start = Object.entries(init_state).flatMap(([parameter, state]) => elementsOfState(parameter, state));
  if (t0 !== undefined) start.push([sharedName('k'), t0]);
  return {
    optimiser,
    settings: Object.fromEntries([...given(settings, optimizer), ...given(ofSchedules, schedule ?? {})]),
    start: Object.fromEntries(start),
  };
}

function nameOf({ type, momentum, nesterov, variant, eps_inside_sqrt }: CaseOptimizer): string {
  switch (type) {
    case 'sgd': {
      if (momentum === undefined) return 'sgd';
      return `${nesterov ? 'nesterov' : 'momentum'}${variant === 'velocity' ? '-velocity' : ''}`;
    }
    case 'rmsprop':
      return eps_inside_sqrt ? 'rmsprop-inside' : 'rmsprop';
    case 'adagrad':
    case 'adam':
    case 'adamw':
      return type;
  }
  throw new Error(`The adapter does not know the optimiser ${type}.`);
}

/** Every number that an optimiser keeps for a parameter, by our name. */
export const elementsOfState = (parameter: string, state: Readonly<Record<string, Tensor>>): [string, string][] =>
  Object.entries(state).flatMap(([name, tensor]) =>
    elementsOf(tensor).map(([index, text]): [string, string] => [ownName(parameter + index, kept[name] ?? name), text]),
  );
