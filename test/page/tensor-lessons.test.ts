import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { batchNormValues, softmaxValues, type Truth } from './lesson-values.js';
import { openPage } from './open-page.js';
import { isRounded, slotsOn } from './shown.js';
import { proven } from './tutor-page.js';

const lessons = [
  {
    id: 'softmax-cross-entropy',
    first: 'forward/s',
    last: 'update/b',
    truth: softmaxValues(),
    // What the lesson is about: every one of these is shown, in full, on the way.
    key: [
      's[1]',
      'p[1]',
      'p[3]',
      'L',
      'backward/p[3]',
      'backward/s[1]',
      'backward/s[3]',
      'backward/W[1,1]',
      'update/b[1]',
    ],
  },
  {
    id: 'batch-norm',
    first: 'forward/z1',
    last: 'update/b2',
    truth: batchNormValues(),
    key: [
      ...[
        'z1[1,1]',
        'n1.mean[1]',
        'n1.var[1]',
        'n1.inv_std[1]',
        'n1.xhat[1,1]',
        'n1[1,1]',
        'L',
        'backward/n1.xhat[1,1]',
      ],
      ...['backward/n1.var[1]', 'backward/n1.mean[1]', 'backward/z1[1,1]', 'backward/gamma[1]', 'backward/b1[1]'],
    ],
  },
] as const;

async function ready(page: Page): Promise<void> {
  await page.locator('bp-derivation').waitFor();
  await page.waitForFunction(
    () => customElements.get('bp-values') !== undefined && customElements.get('bp-tensor') !== undefined,
  );
  await proven(page);
}

const stepOf = (page: Page): Promise<string> =>
  page.evaluate(() => decodeURIComponent(/^#v1\/[^/]+\/([^?]*)/.exec(location.hash)?.[1] ?? ''));

/** Walk from here to the last step by keyboard; `look` is called at every step. */
async function walk(page: Page, look: (step: string) => Promise<void>): Promise<string> {
  for (let last = ''; ;) {
    await proven(page);
    await look(await stepOf(page));
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(20);
    const step = await stepOf(page);
    if (step === last) return step;
    last = step;
  }
}

/** What is shown and wrong: everything on the page that the independent values know. */
async function wrongOn(page: Page, truth: Truth, seen: Set<string>): Promise<readonly string[]> {
  return (await slotsOn(page)).flatMap(({ ref, text }) => {
    const right = truth.get(ref.replace(/^(forward|loss)\//, ''));
    if (right === undefined || text === '' || text === '?' || text === '·') return [];
    if (isRounded(text, right, 9)) {
      seen.add(ref.replace(/^(forward|loss)\//, ''));
      return [];
    }
    return isRounded(text, right, 3) ? [] : [`${ref} shows ${text}, the independent value is ${right}`];
  });
}

describe.each(lessons)('$id', ({ id, first, last, truth, key }) => {
  test.each(['scalar', 'matrix'] as const)(
    'from the first to the last step, %s: every number is the independent one',
    async (form) => {
      const { page, expectQuiet, close } = await openPage({ hash: `#v1/${id}/${first}?form=${form}` });
      await ready(page);
      const seen = new Set<string>();
      const end = await walk(page, async (step) => {
        expect(await wrongOn(page, truth, seen), step).toEqual([]);
      });
      expect(end).toBe(last);
      expect(key.filter((ref) => !seen.has(ref))).toEqual([]);
      await expectQuiet();
      await close();
    },
  );

  test.each(['scalar', 'matrix'] as const)(
    'at 360 px, %s: nothing is wider than the page, no formula wider than its column',
    async (form) => {
      const { page, expectQuiet, close } = await openPage({
        hash: `#v1/${id}/${first}?form=${form}`,
        width: 360,
        height: 740,
      });
      await ready(page);
      await walk(page, async (step) => {
        expect(await page.evaluate(overflows), step).toEqual([]);
      });
      await expectQuiet();
      await close();
    },
  );
});

/** Everything visible that reaches beyond the right edge of the page and does not scroll inside something that fits. */
function overflows(): readonly string[] {
  const wide: string[] = [];
  const limit = document.documentElement.clientWidth + 1;
  const visit = (root: Document | ShadowRoot): void => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.right <= limit || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (!scrolls(element)) wide.push(`${element.localName}.${element.className} reaches to ${Math.round(box.right)}`);
    }
  };
  const scrolls = (element: Element): boolean => {
    for (let each: Element | null = element; each; each = parentOf(each)) {
      const { overflowX } = getComputedStyle(each);
      if (overflowX !== 'visible' && each.getBoundingClientRect().right <= limit) return true;
      // What is drawn for the eyes of a screen reader alone is clipped to a point.
      if (getComputedStyle(each).clipPath !== 'none' || getComputedStyle(each).position === 'fixed') return true;
    }
    return false;
  };
  const parentOf = (element: Element): Element | null =>
    element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
  visit(document);
  return wide.slice(0, 5);
}
