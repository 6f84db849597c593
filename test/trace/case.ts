import { readFileSync } from 'node:fs';

/** A nested array of decimal strings, as a case file writes it. */
export type Tensor = string | readonly Tensor[];
export type Tensors = Readonly<Record<string, Tensor>>;

/** A case as test/fixtures/cases holds it: a program over tensors, and the values to expect. */
export interface Case {
  readonly tags: readonly string[];
  readonly inputs: Tensors;
  readonly targets: Tensors;
  readonly params: Tensors;
  readonly ops: readonly CaseOp[];
  readonly loss: string;
  readonly optimizer: { readonly type: string; readonly lr: string; readonly frozen?: readonly string[] };
  readonly expected: Expected;
}

export interface CaseOp {
  readonly out: string;
  readonly op: string;
  readonly in: readonly string[];
  readonly attrs?: Readonly<Record<string, string>>;
}

/** Values before the first update, unless a name says otherwise. */
export interface Expected {
  readonly forward: Tensors;
  readonly aux: Tensors;
  readonly loss: string;
  readonly local_derivatives: Tensors;
  readonly gradients: Tensors;
  readonly steps: readonly {
    readonly step: number;
    readonly loss_before: string;
    readonly params: Tensors;
    readonly gradients?: Tensors;
  }[];
  readonly updated_params: Tensors;
  readonly loss_after: string;
  readonly forward_after?: Tensors;
}

export const readCase = (id: string): Case =>
  JSON.parse(readFileSync(new URL(`../fixtures/cases/${id}.json`, import.meta.url), 'utf8')) as Case;

/** Every number of a tensor with its indices, counted from 1: `[2,1]`; none for a scalar. */
export function elementsOf(tensor: Tensor, indices: readonly number[] = []): [index: string, text: string][] {
  if (typeof tensor === 'string') return [[indices.length ? `[${indices.join(',')}]` : '', tensor]];
  return tensor.flatMap((inner, i) => elementsOf(inner, [...indices, i + 1]));
}
