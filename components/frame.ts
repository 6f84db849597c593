/** A lesson alone in a page of its own, for places that allow nothing but an iframe. */
import './elements.js';
import { pageStyles } from './frame/page-styles.js';
import { readQuery } from './frame/read-query.js';
import { talkToParent } from './frame/talk.js';
import { frame as words } from './words/frame.js';

const { attributes, id, parent, complaints } = readQuery(location.search, document.baseURI);

document.adoptedStyleSheets.push(pageStyles.styleSheet!);
const { theme } = attributes;
if (theme === 'light' || theme === 'dark') document.documentElement.style.colorScheme = theme;

for (const complaint of complaints) {
  const line = document.createElement('p');
  line.className = 'complaints';
  line.setAttribute('role', 'alert');
  line.textContent = complaint;
  document.body.append(line);
}

const lesson = document.createElement('bp-lesson');
for (const [name, value] of Object.entries(attributes)) lesson.setAttribute(name, value);
// An iframe has its own `loading`, and its height must be known before it comes into sight.
lesson.setAttribute('loading', 'eager');
lesson.addEventListener('bp-change', () => {
  document.body.classList.add('open');
  document.title = `${lesson.state?.lesson.title ?? ''} · ${words.name}`;
});
if (parent !== undefined) talkToParent(lesson, { parent, ...(id !== undefined && { id }) });
document.body.append(lesson);
