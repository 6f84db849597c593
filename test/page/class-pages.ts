import type { Locator, Page } from 'playwright';
import { expect, inject } from 'vitest';
import type { BpLead } from '../../components/bp-lead.js';
import type { BpLesson } from '../../components/bp-lesson.js';
import { debian } from '../hosts/needs.js';
import { findNatsServer, password } from '../tools/nats-server.js';
import { addressOf, opened } from './notes-page.js';
import { openPage, type OpenPage, type PageOptions } from './open-page.js';

/** What these tests need that `npm ci` does not install. */
export const natsServer = debian(
  () => (findNatsServer() ? Promise.resolve() : Promise.reject(new Error('nats-server is not installed'))),
  ['nats-server'],
);

/** An instructor's page, or a student's, and its lesson. */
export interface ClassPage extends OpenPage {
  readonly lesson: Locator;
}

/** An instructor's page, not connected yet. */
export async function openLead(server: string, room = 'ada', more = ''): Promise<ClassPage> {
  const opening = await openPage({ path: `follow.html?lead=${server}&room=${room}${more}` });
  return { ...opening, lesson: await opened(opening.page) };
}

/** Type a credential and connect. */
export async function connect(page: Page, user = 'ada', pass = password): Promise<void> {
  await page.getByLabel('User', { exact: true }).fill(user);
  await page.getByLabel('Password', { exact: true }).fill(pass);
  await page.keyboard.press('Enter');
}

/** An instructor's page that leads. */
export async function openLeading(server: string, room = 'ada', user = 'ada'): Promise<ClassPage> {
  const lead = await openLead(server, room);
  await connect(lead.page, user);
  await lead.page.getByText('Leading “').waitFor();
  return lead;
}

/** The link for students, as the instructor's page gives it. */
export const linkOf = (page: Page): Promise<string> =>
  page.locator('bp-lead').evaluate((element: BpLead) => element.link);

export const linkTo = (server: string, room = 'ada'): string =>
  `${inject('siteUrl')}follow.html?follow=${server}&room=${room}`;

/** A student's page, asking. */
export const openAsked = (link: string, options: PageOptions = {}): Promise<OpenPage> =>
  openPage({ ...options, site: link });

/** A student's page that follows. */
export async function openStudent(link: string, options: PageOptions = {}): Promise<ClassPage> {
  const student = await openAsked(link, options);
  await student.page.getByRole('button', { name: 'Follow the class' }).click();
  return { ...student, lesson: await opened(student.page) };
}

/** Until a lesson stands somewhere. */
export const expectAt = (lesson: Locator, address: string): Promise<void> =>
  expect.poll(() => addressOf(lesson)).toBe(address);

/** Go to an address, as the instructor's stage does. */
export const goTo = (lesson: Locator, address: string): Promise<void> =>
  lesson.evaluate((element: BpLesson, to) => element.open(to), address);

/** What the bar below a student's lesson says. */
export const barOf = (page: Page): Locator => page.locator('bp-follow section.bar [role=status]');

/** A broken connection is said in the console by the browser itself. */
export const withoutBroken = (noises: readonly string[]): readonly string[] =>
  noises.filter((noise) => !/WebSocket connection to .* failed/.test(noise));
