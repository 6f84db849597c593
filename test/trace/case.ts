import { readdirSync, readFileSync } from 'node:fs';

/** A nested array of decimal strings, as a case file writes it; class labels are whole numbers, counted from 0. */
export type Tensor = string | number | readonly Tensor[];
export type Tensors = Readonly<Record<string, Tensor>>;

/** A case as test/fixtures/cases holds it: a program over tensors, and the values to expect. */
export interface Case {
  readonly tags: readonly string[];
  readonly inputs: Tensors;
  readonly targets: Tensors | null;
  readonly constants?: Tensors | null;
  readonly params: Tensors;
  readonly ops: readonly CaseOp[];
  readonly loss: string;
  readonly optimizer: CaseOptimizer | null;
  /** The samples of every step, counted from 0; after the last come the first again. */
  readonly batches?: readonly (readonly number[])[];
  /** The batches come from our shuffle with this seed. */
  readonly seed?: number;
  readonly expected: Expected;
}

export interface CaseOptimizer {
  readonly type: string;
  readonly lr: string;
  readonly frozen?: readonly string[];
  readonly momentum?: string;
  readonly nesterov?: boolean;
  readonly variant?: string;
  readonly eps_inside_sqrt?: boolean;
  readonly weight_decay?: string;
  readonly l1?: string;
  readonly clip_norm?: string;
  readonly clip_value?: string;
  readonly schedule?: Readonly<Record<string, string>> & { readonly type: string };
  readonly init_state?: Readonly<Record<string, Tensors>>;
  readonly t0?: string;
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
  readonly aux?: Tensors;
  readonly aux_gradients?: Tensors;
  readonly loss: string;
  readonly local_derivatives?: Tensors;
  readonly gradients: Tensors;
  readonly steps?: readonly {
    readonly step: number;
    readonly loss_before: string;
    readonly params: Tensors;
    readonly gradients?: Tensors;
    readonly state?: Readonly<Record<string, Tensors>>;
  }[];
  readonly updated_params?: Tensors;
  readonly loss_after?: string;
  readonly forward_after?: Tensors;
}

export function readCase(id: string, folder: 'cases' | 'recorded' = 'cases'): Case {
  const path = new URL(`../fixtures/${folder}/${id}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as Case;
  return { ...file, ops: assignedOnce(file.ops) };
}

/** One file uses a name twice, and lists the values of the second use: the first gets a name of its own. */
function assignedOnce(ops: readonly CaseOp[]): readonly CaseOp[] {
  const last = new Map(ops.map(({ out }, i) => [out, i]));
  return ops.map((op, i) => {
    const nameAt = (name: string, at: number): string => (at >= 0 && at < last.get(name)! ? `${name}_first` : name);
    const before = ops.slice(0, i);
    return {
      ...op,
      out: nameAt(op.out, i),
      in: op.in.map((name) =>
        nameAt(
          name,
          before.findLastIndex(({ out }) => out === name),
        ),
      ),
    };
  });
}

/** The ids of all files of a folder. */
export const caseIds = (folder: 'cases' | 'recorded'): readonly string[] =>
  readdirSync(new URL(`../fixtures/${folder}/`, import.meta.url))
    .flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []))
    .sort();

/** Every number of a tensor with its indices, counted from 1: `[2,1]`; none for a scalar. Labels count from 1 too. */
export function elementsOf(tensor: Tensor, indices: readonly number[] = []): [index: string, text: string][] {
  const index = indices.length ? `[${indices.join(',')}]` : '';
  if (typeof tensor === 'string') return [[index, tensor]];
  if (typeof tensor === 'number') return [[index, String(tensor + 1)]];
  return tensor.flatMap((inner, i) => elementsOf(inner, [...indices, i + 1]));
}
