import type { BpLesson } from './bp-lesson.js';

/** Pages of the tutor that show a lesson in another way. */
const others = /(stage|notes|follow|handout)\.html$/;

/** A page of the tutor beside this one: `handout.html`; '' is the tutor itself. */
export function pageBeside(name: string, address: string, search = ''): string {
  const url = new URL(location.href);
  url.pathname = url.pathname.replace(others, '').replace(/[^/]*$/, (page) => (name ? '' : page)) + name;
  url.search = search;
  url.hash = address;
  return url.href;
}

/** The link that opens a lesson as it stands: in the tutor, or in the page it stands in. */
export function linkTo({ keys, hash, address }: Pick<BpLesson, 'keys' | 'hash' | 'address'>): string {
  if (keys === 'page') return pageBeside('', address);
  const url = new URL(location.href);
  if (hash) url.hash = `${hash}=${address}`;
  return url.href;
}
