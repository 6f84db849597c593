/** The page of a class: the only one of the tutor's pages that may connect to a server. */
import '../bp-follow.js';
import type { BpLesson } from '../bp-lesson.js';
import { follow as words } from '../words/follow.js';
import { narrowPolicy } from './narrow-policy.js';
import { readQuery, type Invitation } from './read-query.js';

/** In place of a class, where the link names none that can be used. */
function refuse(complaints: readonly string[]): void {
  const main = document.createElement('main');
  main.className = 'first-step';
  const say = (name: 'h1' | 'p' | 'pre' | 'a', text: string): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const link = say('a', words.toLessons) as HTMLAnchorElement;
  link.href = './index.html';
  main.append(
    say('h1', words.title),
    ...complaints.map((complaint) => say('p', complaint)),
    say('p', words.rightForm),
    say('pre', words.example),
    say('p', words.askAgain),
    link,
  );
  document.title = `${words.title} · Backprop Tutor`;
  document.body.append(main);
}

function join({ server, room, lesson, src }: Invitation): void {
  // Before anything could connect.
  narrowPolicy(server);
  const follow = Object.assign(document.createElement('bp-follow'), { server, room, lesson, src });
  const name = (title: string): void => void (document.title = words.pageTitle(room, title));
  name('');
  follow.addEventListener('bp-change', (event) => {
    const [lesson] = event.composedPath() as [BpLesson];
    name(lesson.state?.lesson.title ?? '');
  });
  document.body.append(follow);
}

const query = readQuery(location.search, location.protocol);
// The stage, where its class may follow.
if (new URLSearchParams(location.search).has('stage')) void import('../stage/page.js');
else if (query.kind === 'join') join(query);
else if (query.kind === 'lead') void import('./lead-page.js').then(({ lead }) => lead(query));
else refuse(query.complaints);
