import type { Complaint, Place } from '../complaint.js';
import { elementOf, isTimed, namesUsed, type Expression, type WrittenLine, type WrittenProgram } from './expression.js';
import { didYouMean } from './nearest.js';
import type { Given } from './program.js';

type PlaceOf = (line: WrittenLine) => Place;

/** What is wrong between lines: a name given twice, used before it is given, or in a cycle. */
export function checkOrder(lines: readonly WrittenLine[], at: PlaceOf): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const complain = (line: WrittenLine, subject: string, message: string): void =>
    void complaints.push({ message, at: at(line), subject });
  const where = (line: WrittenLine): string => `line ${at(line).line}`;

  const first = new Map<string, WrittenLine>();
  for (const line of lines) {
    const earlier = first.get(line.name);
    if (earlier) {
      const fix = 'give one of them another name, or take it away';
      complain(
        line,
        line.name,
        `\`${line.name}\` is assigned a second time; ${where(earlier)} already gives it: ${fix}.`,
      );
    } else {
      first.set(line.name, line);
    }
  }

  const usesOf = new Map(lines.map((line) => [line, namesUsed(line, true)]));
  const inCycle = new Set<string>();
  for (const line of entangled([...first.values()], usesOf)) {
    if (inCycle.has(line.name)) continue;
    const cycle = cycleThrough(line, first, usesOf);
    if (!cycle) continue;
    cycle.forEach((each) => inCycle.add(each.name));
    complain(line, line.name, cycleSentence(cycle, where));
  }

  const placeOf = new Map(lines.map((line, i) => [line, i]));
  for (const line of first.values()) {
    for (const used of usesOf.get(line)!) {
      const giver = first.get(used);
      if (!giver || placeOf.get(giver)! <= placeOf.get(line)! || (inCycle.has(used) && inCycle.has(line.name)))
        continue;
      const fix = `move ${where(giver)} above it`;
      complain(line, used, `\`${used}\` is used in ${where(line)} before ${where(giver)} gives it: ${fix}.`);
    }
  }
  complaints.push(...checkStates(lines, first, at));
  return complaints;
}

/**
 * What a line uses of the time step before must be given by then: above it, or further down among the lines that are
 * repeated together with it.
 */
function checkStates(
  lines: readonly WrittenLine[],
  first: ReadonlyMap<string, WrittenLine>,
  at: PlaceOf,
): readonly Complaint[] {
  const runOf = new Map<WrittenLine, number>();
  lines.forEach((line, i) => {
    const isNew = i === 0 || isTimed(line) !== isTimed(lines[i - 1]!);
    runOf.set(line, (runOf.get(lines[i - 1]!) ?? 0) + (isNew ? 1 : 0));
  });
  return lines.flatMap((line) => {
    const now = namesUsed(line, true);
    return namesUsed(line).flatMap((used): readonly Complaint[] => {
      const giver = first.get(used);
      if (!giver || now.includes(used) || runOf.get(giver)! <= runOf.get(line)!) return [];
      const message = `\`${used}[t-1]\` is used in line ${at(line).line}, but the lines between it and line ${at(giver).line}, which gives \`${used}\`, are not all repeated for every time step: put those with \`[t]\` together.`;
      return [{ message, at: at(line), subject: used }];
    });
  });
}

/** The lines that are left when, again and again, every line is taken away that needs none of those left. */
function entangled(
  lines: readonly WrittenLine[],
  usesOf: ReadonlyMap<WrittenLine, readonly string[]>,
): readonly WrittenLine[] {
  let left = lines;
  for (;;) {
    const names = new Set(left.map((line) => line.name));
    const next = left.filter((line) => {
      const needs = usesOf.get(line)!.some((used) => names.has(used));
      // In their order most lines need only those above, so one walk takes nearly all of them away.
      if (!needs) names.delete(line.name);
      return needs;
    });
    if (next.length === left.length) return next;
    left = next;
  }
}

/** The shortest way from a line back to itself: each line uses the next, the last uses the first. */
function cycleThrough(
  start: WrittenLine,
  lines: ReadonlyMap<string, WrittenLine>,
  usesOf: ReadonlyMap<WrittenLine, readonly string[]>,
): readonly WrittenLine[] | undefined {
  const cameFrom = new Map<WrittenLine, WrittenLine | undefined>([[start, undefined]]);
  // What is added while walking is walked too: nearer lines first.
  for (const [line] of cameFrom) {
    for (const used of usesOf.get(line)!) {
      if (used === start.name) return wayTo(line, cameFrom);
      const giver = lines.get(used);
      if (giver && !cameFrom.has(giver)) cameFrom.set(giver, line);
    }
  }
  return undefined;
}

function wayTo(last: WrittenLine, cameFrom: ReadonlyMap<WrittenLine, WrittenLine | undefined>): readonly WrittenLine[] {
  const way: WrittenLine[] = [];
  for (let line: WrittenLine | undefined = last; line; line = cameFrom.get(line)) way.unshift(line);
  return way;
}

function cycleSentence(cycle: readonly WrittenLine[], where: (line: WrittenLine) => string): string {
  const [first, ...rest] = cycle;
  if (rest.length === 0) {
    return `\`${first!.name}\` uses itself in ${where(first!)}, a cycle: use another name on one side of the \`=\`.`;
  }
  const chain = [...cycle, first!].map((line) => `\`${line.name}\``).join(' needs ');
  const places = cycle.map(where).join(', ');
  return `These lines go round in a cycle: ${chain} (${places}). Change one of them so that it uses only names above it.`;
}

/** The loss is one scalar that a line gives and that depends on something. */
export function checkLoss(lines: readonly WrittenLine[], loss: string, at: PlaceOf): readonly Complaint[] {
  const last = lines.at(-1);
  const complain = (message: string, line = last): readonly Complaint[] => [
    { message, subject: loss, ...(line && { at: at(line) }) },
  ];
  if (!/^[A-Za-z_]\w*$/.test(loss)) {
    const what = loss.trim() ? `\`${loss}\` is not` : 'Nothing is';
    return complain(`${what} the name of one scalar: let a line add everything up and name that line as the loss.`);
  }
  const assigned = new Map(lines.map((line) => [line.name, line]));
  const line = assigned.get(loss);
  if (!line) {
    const given = lines.some((line) => namesUsed(line).includes(loss));
    const otherwise = `Add a line \`${loss} = …\`.`;
    const fix = given ? `Add a line \`${loss} = …\`.` : didYouMean(loss, assigned.keys(), otherwise);
    return complain(
      `${given ? `The loss \`${loss}\` is a given number; n` : 'N'}o line gives the loss \`${loss}\`. ${fix}`,
    );
  }
  const movable = new Set<string>();
  for (const line of lines) {
    if (namesUsed(line).some((used) => !assigned.has(used) || movable.has(used))) movable.add(line.name);
  }
  if (!movable.has(loss)) {
    return complain(
      `The loss \`${loss}\` depends on no given number, so nothing can change it: use a parameter in it.`,
      line,
    );
  }
  return [];
}

/** A program and the numbers it is given. A lesson has one for every choice of its conventions. */
export interface Variant {
  readonly program: WrittenProgram;
  readonly given: readonly Given[];
}

/**
 * In every variant each name has a value; each value belongs to a name in at least one of them.
 * @param addValue says how to give a name its value
 */
export function checkGiven(
  variants: readonly Variant[],
  at: (name: string) => Place | undefined = () => undefined,
  addValue = (name: string): string =>
    `Add a line \`${name}: 0.5\` to the values, or let a line of the program give it.`,
): readonly Complaint[] {
  const wanted = new Set(variants.flatMap(({ program }) => program.given));
  const welcome = new Set(variants.map(({ program }) => program.mayBeGiven));
  const assigned = new Set(variants.flatMap(({ program }) => program.lines.map((line) => line.name)));
  const missing = new Set<string>();
  const spare = new Set<string>();
  for (const { program, given } of variants) {
    const values = new Set(given.map(({ name }) => elementOf(name).tensor));
    for (const name of program.given) if (!values.has(name)) missing.add(name);
    for (const name of values) if (!wanted.has(name) && !welcome.has(name)) spare.add(name);
  }
  const states = statesIn(variants);
  const complaint = (subject: string, message: string): Complaint => {
    const place = at(subject);
    return { message, subject, ...(place && { at: place }) };
  };
  return [
    ...[...missing].map((name) =>
      complaint(
        name,
        states.has(name)
          ? `\`${name}\` has no value: it is what \`${states.get(name)}[t-1]\` is at the first time step. ${addValue(name)}`
          : `\`${name}\` has no value. ${missingFix(name, spare, addValue(name))}`,
      ),
    ),
    ...[...spare].map((name) => {
      if (assigned.has(name))
        return complaint(name, `\`${name}\` has a value, but a line computes it: take the value away.`);
      const fix = didYouMean(name, missing, 'Use it in a line, or take it away.');
      return complaint(name, `The value of \`${name}\` belongs to no name in the program. ${fix}`);
    }),
  ];
}

/** The states that lines use of the time step before, by what they are called before the first. */
function statesIn(variants: readonly Variant[]): ReadonlyMap<string, string> {
  const states = new Map<string, string>();
  const visit = (node: Expression): void => {
    if (node.kind === 'element' && node.initial) states.set(node.initial, node.name);
    if (node.kind === 'call') node.args.forEach(visit);
    if (node.kind === 'reduction') visit(node.of);
  };
  for (const { program } of variants) for (const { formula } of program.lines) visit(formula);
  return states;
}

function missingFix(name: string, spare: Iterable<string>, otherwise: string): string {
  if (name === 'e') return 'Give it one; or, for the exponential function, write `exp(x)` instead of `e^x`.';
  return didYouMean(name, spare, otherwise);
}
