import { parseReference } from '../../../src/index.js';

/** What a Python file may not call a variable: its keywords, and what the files themselves use. */
const taken = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with match case type print float abs len range ' +
    'zip max min sum math np numpy torch number gradient expected group numbers name here there update AFTER RTOL ATOL'
  ).split(' '),
);

/**
 * Python's name for every reference of a trace: `W[1,2]` is W_1_2, `backward/w5` is dE_dw5, `local/net_o1/w5` is
 * dnet_o1_dw5, `update/w5` is w5_new. Two references never share one; the first to ask has the shorter.
 * @param functions names that the file gives to functions
 */
export function pythonNames(loss: string, functions: Iterable<string> = []): (ref: string) => string {
  const used = new Set([...taken, ...functions]);
  const known = new Map<string, string>();
  return (ref) => {
    const before = known.get(ref);
    if (before !== undefined) return before;
    let name = wanted(ref, loss);
    while (used.has(name)) name += '_';
    used.add(name);
    known.set(ref, name);
    return name;
  };
}

function wanted(ref: string, loss: string): string {
  const reference = parseReference(ref)?.reference;
  switch (reference?.kind) {
    case 'backward':
      return `d${plain(loss)}_d${plain(reference.name)}`;
    case 'path':
      return `d${plain(loss)}_d${plain(reference.name)}_via_${plain(reference.via)}`;
    case 'local':
      // Of the loss it would have the gradient's own name.
      return `d${plain(reference.name)}_d${plain(reference.by)}${reference.name === loss ? '_local' : ''}`;
    case 'update':
      return `${plain(reference.name)}_new`;
    default:
      return plain(ref).replace(/^(?=\d)/, '_');
  }
}

const plain = (name: string): string => name.replace(/\W+/g, '_').replace(/(?<=.)_$/, '');
