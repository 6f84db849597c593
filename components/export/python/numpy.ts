import { evaluate, float64, type Assignment, type Numbers } from '../../../src/index.js';
import { python as words } from '../../words/python.js';
import { pythonFile, type PythonSource } from './file.js';
import { numpyFunctions } from './functions.js';
import { pythonNames } from './names.js';
import { formulaWriter, functionNames, type Dialect } from './write-formula.js';

const dialect: Dialect = { functions: numpyFunctions, constant: (text) => text };

/** One update with NumPy: forward lines, then every gradient as the tutor derives it. */
export function numpyFile(source: PythonSource, numbers: Numbers): string {
  const { trace } = source;
  const { setup } = trace;
  const nameOf = pythonNames(setup.loss, functionNames(dialect));
  const writer = formulaWriter(dialect);
  const given = [...setup.given, ...trace.state].map(({ name, text }) => `${nameOf(name)} = np.float64(${text})`);
  const line = (assignment: Assignment): string =>
    `${nameOf(assignment.ref)} = ${writer.write(formulaOf(assignment, numbers), nameOf)}`;
  const phaseOf = ({ ref }: Assignment): 'forward' | 'backward' | 'update' =>
    ref.startsWith('update/') ? 'update' : ref.includes('/') ? 'backward' : 'forward';
  let phase: string | undefined;
  const iteration = trace.assignments.flatMap((assignment) => {
    const [now, before] = [phaseOf(assignment), phase];
    phase = now;
    if (now === before) return [line(assignment)];
    const superseded = setup.updateOrder === 'updated';
    // There, gradients and updates take turns.
    if (superseded && now !== 'forward' && before !== 'forward') return [line(assignment)];
    const title = superseded && now === 'backward' ? words.phases.superseded : words.phases[now];
    return [...(before === undefined ? [] : ['']), `# ${title}`, line(assignment)];
  });
  return pythonFile(source, {
    needs: words.numpy,
    library: 'numpy as np',
    setup: ['np.seterr(all="ignore")'],
    definitions: writer.definitions(),
    given,
    iteration,
    advance: trace.moved.map((name) => `${nameOf(name)} = ${nameOf(`update/${name}`)}`),
    valueOf: nameOf,
  });
}

/** As it is shown, unless that loses digits in doubles. A sum over paths is the sum of their terms, which have lines before it. */
function formulaOf({ ref, shown, computed }: Assignment, numbers: Numbers): Assignment['shown'] {
  if (shown === computed || ref.startsWith('backward/')) return computed;
  try {
    const asShown = evaluate(shown, (name) => numbers.double(name) ?? NaN, float64);
    const known = numbers.double(ref) ?? NaN;
    return Math.abs(asShown - known) <= 1e-13 * Math.abs(known) ? shown : computed;
  } catch {
    return computed;
  }
}
