import '../bp-lead.js';
import '../bp-lesson.js';
import { lead as words } from '../words/lead.js';
import type { Invitation } from './read-query.js';

/** The instructor's page: a lesson, and what leads a class through it. */
export function lead({ server, room, lesson: id, src }: Invitation): void {
  document.title = words.pageTitle;
  const panel = document.createElement('bp-lead');
  Object.assign(panel, { server, ...(room && { room }), lesson: id, src });
  const lesson = document.createElement('bp-lesson');
  const panels = 'bar diagram derivation prose controls';
  Object.assign(lesson, { lesson: id, src, panels, loading: 'eager', keys: 'page' });
  const title = document.createElement('h1');
  title.slot = 'title';
  lesson.append(title);
  lesson.addEventListener('bp-change', ({ address }) => {
    panel.address = address;
    title.textContent = lesson.state?.lesson.title ?? '';
  });
  document.body.append(panel, lesson);
}
