import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { lessonIds, lessonNamed } from '../../components/export/open-lesson.js';
import { openStep } from '../../components/export/open-step.js';
import { pythonText, type Library } from '../../components/export/python/python-text.js';
import { Runs } from '../../components/make-scene.js';
import { InputError } from '../../src/complaint.js';
import { call, name } from '../../src/formula/build.js';
import type { Formula } from '../../src/formula/formula.js';
import { initialState, type LessonState } from '../../src/state/lesson-state.js';
import { ops } from '../../src/ops/index.js';
import { readLesson } from '../../src/read-file.js';
import { loadTraining } from '../../src/state/run.js';
import { loadTensors } from '../../src/state/tensors.js';

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), 'backprop-tutor-python-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A Python that has a library: $PYTHON, the one on the path, or the system's own. */
function pythonWith(module: string): string | undefined {
  const candidates = [process.env['PYTHON'], 'python3', '/usr/bin/python3', 'python'].filter((each) => each);
  return candidates.find((python) => spawnSync(python!, ['-c', `import ${module}`]).status === 0);
}

const pythons: Readonly<Record<Library, string | undefined>> = {
  pytorch: pythonWith('torch'),
  numpy: pythonWith('numpy'),
};
const libraries = Object.keys(pythons) as Library[];

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs files one after the other, in one process: a library takes seconds to load. */
const runner = 'import runpy, sys\nfor file in sys.argv[1:]:\n    runpy.run_path(file)\n    print("end of file")';

function runFiles(texts: readonly string[], library: Library): Outcome {
  const files = texts.map((text, i) => {
    const file = join(folder, `exported-${i}.py`);
    writeFileSync(file, `${text}\n`);
    return file;
  });
  return spawnSync(pythons[library]!, ['-W', 'error', '-c', runner, ...files], { encoding: 'utf8' });
}

const runFile = (text: string, library: Library): Outcome => runFiles([text], library);

async function exported(id: string, options: Readonly<Record<string, string>>, library: Library): Promise<string> {
  return pythonText(await openStep(await lessonNamed(id, ''), options), library, new Runs());
}

/** Lessons in states that change the program, the numbers, the order of the updates, or what a double can hold. */
const cases: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ...lessonIds.map((id) => [id, {}] as const),
  ['mazur', { after: '3', with: 'biases:shared' }],
  ['mazur', { with: 'biases:per-neuron,half:without-half,reduction:mean', set: 'w5:-2,i1:0' }],
  ['mazur', { with: 'update-order:updated', after: '2' }],
  ['softmax-cross-entropy', { after: '2', set: 'b[1]:3' }],
  ['batch-norm', { with: 'mode:evaluation', after: '1' }],
  ['batch-norm', { with: 'batch:two' }],
];

describe.each(libraries)('%s', (library) => {
  test.skipIf(!pythons[library])(`comes to our numbers in every lesson (with ${library} installed)`, async () => {
    const texts: string[] = [];
    for (const [id, options] of cases) texts.push(await exported(id, options, library));
    const { status, stdout, stderr } = runFiles(texts, library);
    const outputs = stdout.split('end of file\n').slice(0, -1);
    expect(stderr, `after ${outputs.length} of ${JSON.stringify(cases)}`).toBe('');
    expect(status).toBe(0);
    expect(outputs).toHaveLength(cases.length);
    for (const [i, output] of outputs.entries()) {
      const counted = [...output.matchAll(/^(?:forward values|gradients|updated parameters): (\d+)$/gm)];
      const total = counted.reduce((sum, [, count]) => sum + Number(count), 0);
      expect(counted).toHaveLength(3);
      expect(output).toContain(`${total} numbers agree`);
      expect(total).toBe(texts[i]!.match(/^ {8}\(".*\),$/gm)!.length);
      expect(total).toBeGreaterThan(5);
    }
  });

  test.skipIf(!pythons[library])(`a wrong number is found and named (with ${library} installed)`, async () => {
    const text = await exported('mazur', {}, library);
    for (const [name, from, to] of [
      ['out_h2', '0.59688437825976706', '0.59688437925976706'],
      ['∂E_total/∂w₅', '0.082167040564230779', '0.082167040664230779'],
      ['w₈⁺', '0.56137012110798911', '-0.56137012110798911'],
    ] as const) {
      const wrong = text.replace(from, to);
      expect(wrong).not.toBe(text);
      const { status, stderr } = runFile(wrong, library);
      expect(status).not.toBe(0);
      expect(stderr).toContain(`AssertionError: ${name}: `);
    }
  });

  test.skipIf(!pythons[library])(`every op is written, at its kinks too (with ${library} installed)`, async () => {
    const text = await pythonText(await everyOp(), library, new Runs());
    const { status, stderr } = runFile(text, library);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(text).not.toContain('Not asserted');
  });

  test.skipIf(!pythons[library])(`what a double cannot hold is listed (with ${library} installed)`, async () => {
    const lesson = await readLesson(
      own('a = exp(800*w)\n  b = exp(-800*w)\n  c = 1/a\n  L = log(a) + w^2', 'w: 1'),
      'beyond.md',
    );
    const text = await pythonText(initialState(lesson), library, new Runs());
    expect(text).toMatch(/# {3}a = 2\.72637457211256\d*e347 is too large for a double/);
    expect(text).toMatch(/# {3}b = 3\.667\d*e-348 is too close to 0 for a double/);
    expect(text).toMatch(/# {3}L = 801: doubles lose it on the way/);
    const { status, stdout } = runFile(text, library);
    expect(stdout).toContain('numbers agree');
    expect(status).toBe(0);
  });
});

/** Two weights and a bias under an update rule. */
const under = (update: string, rest = ''): string =>
  own('z[n] = sum(x[n,j]*w[j], j)\n  a[n] = tanh(z[n] + b)\n  L = mean((a - t)^2)', 'w: [0.4, -0.6], b: 0.1')
    .replace(
      'trained: [w]',
      'inputs: { x: [[0.5, -1], [1.5, 0.7], [-0.4, 0.2]] }\ntargets: { t: [1, -0.5, 0.3] }\ntrained: [w, b]',
    )
    .replace(/update: .*/, `update: { ${update} }\n${rest}`);

const updates = [
  'optimiser: momentum',
  'optimiser: nesterov-velocity',
  'optimiser: adagrad, with: [l1]',
  'optimiser: rmsprop, schedule: step, settings: { every: 2 }',
  'optimiser: adam, with: [clip-norm, l2], settings: { max_norm: 0.1 }',
  'optimiser: adamw, with: [clip-value], settings: { max_value: 0.01 }',
  'optimiser: sgd, with: [l1, l2], schedule: cosine, settings: { period: 4 }',
];

describe.each(libraries)('%s, with an optimiser that keeps numbers', (library) => {
  test.skipIf(!pythons[library]).each(updates)(`%s: its state agrees (with ${library} installed)`, async (update) => {
    const lesson = await readLesson(under(update), 'update.md');
    await loadTensors();
    await loadTraining();
    for (const iteration of [0, 3]) {
      const text = await pythonText({ ...initialState(lesson), iteration }, library, new Runs());
      const { status, stdout, stderr } = runFile(text, library);
      expect(stderr).toBe('');
      expect(stdout).toContain('numbers agree');
      expect(status).toBe(0);
    }
  });

  test('batches: the first one is written, and later ones are refused with the way out', async () => {
    const lesson = await readLesson(under('optimiser: momentum', 'batches: { size: 2 }'), 'batches.md');
    await loadTensors();
    await loadTraining();
    const text = await pythonText(initialState(lesson), library, new Runs());
    if (pythons[library]) expect(runFile(text, library).stdout).toContain('numbers agree');
    const later = pythonText({ ...initialState(lesson), iteration: 1 }, library, new Runs());
    await expect(later).rejects.toThrow('choose a batch of all samples');
  });
});

const own = (program: string, parameters: string): string => `---
id: own
title: T
summary: s.
program: |
  ${program}
loss: L
parameters: { ${parameters} }
trained: [w]
update: { optimiser: sgd, settings: { rate: 0.1 } }
sources: [{ title: a, url: "https://example.org/" }]
---
`;

/** Every op at ordinary inputs, and where inputs are 0 or tied. Those that give vectors are in the lessons. */
async function everyOp(): Promise<LessonState> {
  const lesson = await readLesson(
    own('L = w + p + q + r + z + t', 'w: 0.7, p: 0.3, q: 2, r: -1.4, z: 0, t: 2'),
    'ops.md',
  );
  const formulas: Formula[] = [];
  const allowed = new Map<string, readonly (readonly string[])[]>([
    ['log', [['w'], ['q']]],
    ['log1p', [['w'], ['p']]],
    ['sqrt', [['w'], ['q']]],
    ['bce', [['p', 'w']]],
    ['div', [['r', 'q']]],
    ['pow', [['q', 'r']]],
  ]);
  for (const op of ops.values()) {
    const usual =
      op.inputs === 'list'
        ? [
            ['w', 'r', 'p'],
            ['q', 't'],
            ['q', 't', 'w'],
            ['z', 'z'],
          ]
        : op.inputs.length === 0
          ? [[]]
          : op.inputs.length === 1
            ? [['w'], ['r'], ['z']]
            : [
                ['w', 'p'],
                ['r', 'p'],
                ['z', 'p'],
              ];
    for (const inputs of allowed.get(op.name) ?? usual)
      formulas.push(call(op.name, ...inputs.map((each) => name(each))));
  }
  const lines = formulas.map((formula, i) => ({ name: `y${i + 1}`, formula, text: '', line: i + 1 }));
  const sum = call('add', ...lines.map((line, i) => call('mul', i + 1, name(line.name))));
  const program = {
    lines: [...lines, { name: 'L', formula: sum, text: '', line: lines.length + 1 }],
    given: ['w', 'p', 'q', 'r', 'z', 't'],
  };
  return {
    ...initialState(lesson),
    program: { text: '', program: program as NonNullable<LessonState['program']>['program'] },
  };
}

describe('a file', () => {
  test('gives every variable a name that Python allows, and each its own', async () => {
    const lesson = await readLesson(
      own('lambda = w*x_1_1 + x[1,1]\n  torch = lambda + in\n  L = torch^2', 'w: 0.5, x_1_1: 1, in: 2, "x": [[3]]'),
      'names.md',
    );
    for (const library of libraries) {
      const text = await pythonText(await openStep(lesson, {}), library, new Runs());
      expect(text).toContain('lambda_ = w * x_1_1 + x_1_1_');
      expect(text).toContain('torch_ = lambda_ + in_');
      if (pythons[library]) expect(runFile(text, library).status).toBe(0);
    }
  });

  test('lets no title end its comment', async () => {
    const lesson = await lessonNamed('mazur', '');
    const state = { ...(await openStep(lesson, {})), lesson: { ...lesson, title: 'T\nimport os' } };
    expect(await pythonText(state, 'numpy', new Runs())).not.toMatch(/^import os/m);
  });

  test('is refused where PyTorch cannot follow, with a way out', async () => {
    const state = await openStep(await lessonNamed('mazur', ''), { with: 'update-order:updated' });
    const { readProgram } = await import('../../src/read.js');
    const text = state.lesson.programText.replace('w5*out_h1', 'w5^2*out_h1');
    const program = { text, program: await readProgram(text, { loss: 'E_total' }) };
    const refused = pythonText({ ...state, program }, 'pytorch', new Runs());
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow(/w₅ is not only multiplied or added: use `--format numpy`/);
  });
});
