import { stepHtml } from '../../components/export/html.js';
import { stepLatex } from '../../components/export/latex.js';
import { stepMarkdown } from '../../components/export/markdown.js';
import { lessonIds, lessonNamed } from '../../components/export/open-lesson.js';
import { openStep } from '../../components/export/open-step.js';
import { proven } from '../../components/export/prove.js';
import { stepSvg } from '../../components/export/svg.js';
import { mathmlOf } from '../../components/formula/render-formula.js';
import { Runs } from '../../components/make-scene.js';
import type { Scene } from '../../components/scene.js';
import { setupOf, traceOf } from '../../src/index.js';

/** A step in every format, and the scene it was written from. */
export interface Exported {
  readonly lesson: string;
  readonly step: string;
  readonly scene: Scene;
  readonly html: string;
  readonly markdown: string;
  readonly latex: string;
  readonly svg: string;
}

/** The steps of a lesson's walk, exported; what the command line's options may change goes with it. */
export async function exportWalk(name: string, options: Readonly<Record<string, string>> = {}): Promise<Exported[]> {
  const lesson = await lessonNamed(name, '');
  const start = await openStep(lesson, options);
  const runs = new Runs();
  const exported: Exported[] = [];
  for (const { ref } of traceOf(setupOf(start)).walk) {
    const state = await openStep(lesson, { ...options, at: ref });
    const write = (scene: Scene): Exported => ({
      lesson: lesson.id,
      step: ref,
      scene,
      html: stepHtml(scene, { math: mathmlOf, className: 'backprop-step', heading: 'h3' }),
      markdown: stepMarkdown(scene),
      latex: stepLatex(scene),
      svg: stepSvg(scene),
    });
    exported.push(await proven(state, write, {}, runs));
  }
  return exported;
}

/** Every step of every built-in lesson. */
export async function exportAll(): Promise<Exported[]> {
  const walks: Exported[] = [];
  for (const id of lessonIds) walks.push(...(await exportWalk(id)));
  return walks;
}
