import type { Block, ConfirmOptions, Inline, LessonState, Phase, Source, Step } from '../../src/index.js';
import type { Phrase } from '../derivation/phrase.js';
import type { Equation } from '../export/equation.js';
import { proven } from '../export/prove.js';
import { lessonSvg } from '../export/svg.js';
import { equationTex } from '../export/tex-equation.js';
import { blanksTex, withBlanks } from '../export/whole/blanks.js';
import { givenGroups } from '../export/whole/given.js';
import type { Kind } from '../export/whole/kinds.js';
import { paperSheet } from '../export/whole/paper-sheet.js';
import { remarksOn } from '../export/whole/remarks.js';
import { writeSteps } from '../export/whole/steps.js';
import type { Runs } from '../make-scene.js';
import { numberState } from '../number/number-text.js';
import { introductionOf } from '../prose/sections.js';
import type { Scene } from '../scene.js';

/** TeX of equations that may stand beside each other, and what they are. */
export interface EquationGroup {
  readonly label?: string;
  readonly tex: readonly string[];
}

/** What stands before the steps. */
export interface HandoutHead {
  readonly title: string;
  readonly summary: string;
  readonly remarks: readonly string[];
  readonly introduction: readonly Block[];
  readonly given: readonly {
    readonly title: string;
    readonly singles: readonly string[];
    readonly tensors: readonly string[];
  }[];
  /** An SVG file's text. */
  readonly picture: string | undefined;
  readonly sources: readonly Source[];
}

/** A step as it stands on paper. Its prose has no live numbers any more: they are text. */
export interface HandoutStep {
  readonly number: number;
  readonly phase: Phase;
  readonly question: Phrase;
  readonly groups: readonly EquationGroup[];
  readonly notes: readonly string[];
  readonly prose: readonly Block[];
}

/** What stands before the steps of a kind of handout, from proven digits. */
export function headOf(
  state: LessonState,
  kind: Kind,
  runs: Runs,
  first: Step,
  options: ConfirmOptions,
): Promise<HandoutHead> {
  const write = (scene: Scene): HandoutHead => {
    const { lesson } = scene.state;
    const isAll = kind === 'everything';
    return {
      title: lesson.title,
      summary: lesson.summary,
      remarks: remarksOn(state),
      introduction: isAll ? introductionOf(scene).flatMap(({ blocks }) => fixed(blocks, scene)) : [],
      given:
        kind === 'key'
          ? []
          : givenGroups(scene).map(({ title, singles, tensors }) => ({
              title,
              singles: singles.map((each) => equationTex(each, scene)),
              tensors: tensors.map((each) => equationTex(each, scene)),
            })),
      picture: kind === 'key' ? undefined : lessonSvg(scene),
      sources: isAll ? lesson.sources : [],
    };
  };
  return proven({ ...state, step: first.ref }, write, options, runs);
}

/** The steps one after the other, each as soon as its digits are proven. */
export function stepsFor(
  state: LessonState,
  steps: readonly Step[],
  kind: Kind,
  runs: Runs,
  options: ConfirmOptions,
): AsyncGenerator<HandoutStep> {
  return writeSteps(state, steps, (scene, number) => onPaper(scene, kind, number), runs, options);
}

function onPaper(scene: Scene, kind: Kind, number: number): HandoutStep {
  const { equations, prose, ...rest } = paperSheet(scene, kind, number);
  const isWorksheet = kind === 'worksheet';
  const source = isWorksheet ? withBlanks(scene) : scene;
  const texOf = (equation: Equation): string => {
    const tex = equationTex(equation, source);
    return isWorksheet ? blanksTex(tex) : tex;
  };
  const groups: { label?: string; tex: string[] }[] = [];
  for (const each of equations) {
    if (each.isBeside) groups.at(-1)!.tex.push(texOf(each));
    else groups.push({ ...(each.label !== undefined && { label: each.label }), tex: [texOf(each)] });
  }
  return { ...rest, groups, prose: fixed(prose, scene) };
}

/** Prose with the digits that its live numbers have now. */
function fixed(blocks: readonly Block[], scene: Scene): readonly Block[] {
  const inline = (content: Inline): Inline =>
    content.flatMap((part): Inline => {
      switch (part.kind) {
        case 'number':
          return [{ kind: 'text', text: numberState(scene, part.ref).text }];
        case 'step':
          return inline(part.content);
        case 'emphasis':
        case 'strong':
        case 'link':
          return [{ ...part, content: inline(part.content) }];
        default:
          return [part];
      }
    });
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return { ...block, content: inline(block.content) };
    return block.kind === 'list' ? { ...block, items: block.items.map(inline) } : block;
  });
}
