import type { BpLesson } from '../bp-lesson.js';
import '../bp-stage.js';
import type { BpStage } from '../bp-stage.js';
import { pageBeside } from '../link-to.js';
import { newClassId } from './class-id.js';

/**
 * Put a lesson on the stage, over the page. In the tutor itself the page's address becomes the stage's own, so that
 * reloading returns to it; in other people's pages nothing of the page is touched.
 */
export function present(lesson: BpLesson): void {
  if (document.querySelector('bp-stage')) return;
  const { address, theme, src } = lesson;
  const isTutor = lesson.keys === 'page';
  const before = location.href;
  const title = document.title;
  const id = newClassId();
  const stage = Object.assign(document.createElement('bp-stage'), {
    lesson: lesson.lesson,
    src,
    at: address,
    theme: lesson.scheme ?? theme,
    text: written(lesson),
    classId: isTutor ? id : '',
  });
  if (isTutor) history.pushState(null, '', pageBeside('stage.html', address, `?stage=${id}`));
  const clear = (): void => {
    window.removeEventListener('popstate', onAddress);
    document.title = title;
  };
  const onAddress = (): void => {
    // Someone went back: the lesson is where it was.
    if (location.pathname !== new URL(before).pathname) return;
    clear();
    stage.remove();
  };
  if (isTutor) window.addEventListener('popstate', onAddress);
  stage.addEventListener('close', () => {
    clear();
    if (isTutor) history.replaceState(null, '', pageBeside('', stage.address));
    void lesson.open(stage.address);
  });
  document.body.append(stage);
  if (isTutor) void document.documentElement.requestFullscreen?.().catch(() => undefined);
}

/** The program or lesson that stands in the element, for the stage to read again. */
function written(lesson: BpLesson): Element | undefined {
  if (lesson.lesson || lesson.src) return undefined;
  const text = lesson.querySelector(':scope > pre, :scope > script[type="text/plain"]');
  return text ? (text.cloneNode(true) as Element) : undefined;
}

/** A page that is the stage: after a reload, or opened by a link. */
export function stagePage(): BpStage {
  const { searchParams, hash } = new URL(location.href);
  const stage = Object.assign(document.createElement('bp-stage'), {
    lesson: 'mazur',
    at: hash.slice(1),
    classId: searchParams.get('stage') ?? newClassId(),
  });
  stage.addEventListener('close', () => location.assign(pageBeside('', stage.address)));
  document.body.append(stage);
  return stage;
}
