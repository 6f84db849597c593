import type { BpLesson } from '../bp-lesson.js';
import type { KeyChoices } from './key-map.js';

/** From where a lesson is presented: the stage, or the instructor's window. Their dialogs are the same. */
export interface Podium {
  /** The lesson that is shown. */
  readonly shown: BpLesson;
  /** Where dialogs stand: what lies outside may be out of reach. */
  readonly ground: HTMLElement;
  /** The link to this step, for the class. */
  readonly link: string;
  /** The link by which the class follows, while it can. */
  readonly followLink: string;
  /** Names the class; '' in other people's pages. */
  readonly classId: string;
  /** The keys have been chosen anew. */
  rekey(choices: KeyChoices): void;
}

type Dialog = HTMLElement & { ask(podium: Podium): Promise<void> };

/** The dialogs by the action that opens them; each is loaded when it is first asked for. */
const dialogs: Readonly<Record<string, readonly [tag: string, load: () => Promise<unknown>]>> = {
  goTo: ['bp-go-to', () => import('./bp-go-to.js')],
  whatIf: ['bp-what-if', () => import('./bp-what-if.js')],
  code: ['bp-class-code', () => import('./bp-class-code.js')],
  help: ['bp-stage-keys', () => import('./bp-stage-keys.js')],
};

/** Open the dialog of an action. @throws where it cannot be loaded */
export async function openDialog(podium: Podium, action: string): Promise<void> {
  const [tag, load] = dialogs[action]!;
  await load();
  const { ground } = podium;
  const dialog = ground.querySelector<Dialog>(tag) ?? ground.appendChild(document.createElement(tag) as Dialog);
  await dialog.ask(podium);
}
