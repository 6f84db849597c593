import type { Page } from 'playwright';
import type { Need } from './needs.js';

/** A command and its arguments. */
export type Command = readonly [program: string, ...args: string[]];

/**
 * A site generator, with a small site of notes in the folder beside its `host.ts`: what somebody writes who follows the
 * README in that folder. Its first page has one lesson, `<bp-lesson id="mazur" lesson="mazur" at="backward/w5">`.
 */
export interface Host {
  /** Also the name of its folder. */
  readonly name: string;
  /** What `npm ci` does not install. */
  readonly needs?: readonly Need[];
  /** The folder with the site's packages, from the project's root. */
  readonly modules?: string;
  /** Where the README says to put the built tutor, from the site's folder. */
  readonly tutor: string;
  /**
   * Build the site for the address `/notes/`.
   * @param site - a copy of the host's folder, with the tutor in its place
   * @returns the folder to serve
   */
  readonly build: (site: string) => Promise<string> | string;
  /** Further pages with the same lesson. */
  readonly alsoAt?: readonly string[];
  /** What a reader does to get the dark theme; nothing where the site stays light whatever the reader prefers. */
  readonly darken?: (page: Page) => Promise<unknown>;
  /** How the browser goes along the links between the first page and the next: it loads the page, or a script does. */
  readonly navigation?: 'page' | 'script';
  /** Which slide is shown, where arrow keys go from one to the next; `undefined` while the show is paused. */
  readonly slide?: (page: Page) => Promise<number | undefined>;
}
