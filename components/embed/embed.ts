import { lessonIn } from '../../src/index.js';

/** How much of a lesson is shown: with or without its tables, a step's formula alone, or a step with nothing to press. */
export type Show = 'lesson' | 'everything' | 'formula' | 'still';

/** What shall stand in another page. */
export interface Embed {
  /** A lesson and its state: `v1/mazur/backward/w5?set=w5:0.7`. */
  readonly address: string;
  /** What the lesson is called. */
  readonly title: string;
  /** What its step asks. */
  readonly question: string;
  readonly show: Show;
  /** In pixels; `undefined` where the lesson is as tall as its step, or as its host likes it. */
  readonly height?: number | undefined;
  readonly theme: 'auto' | 'light' | 'dark';
}

/** Attributes of a `<bp-lesson>` by name; `true` stands for one without a value. */
export type Attributes = Readonly<Record<string, string | true>>;

/** Whether a state has more than a place, digits and a form: then only the whole address tells it. */
export const isChanged = (address: string): boolean =>
  [...queryOf(address).keys()].some((key) => key !== 'digits' && key !== 'form');

/** The attributes that show it, without those that say what goes without saying. */
export function attributesOf({ address, show, height, theme }: Embed): Attributes {
  const whole = isChanged(address);
  const query = queryOf(address);
  const [digits, view] = whole ? [] : [query.get('digits'), query.get('form')];
  return {
    lesson: lessonIn(address) ?? '',
    at: whole ? address : stepIn(address),
    ...(view && { view }),
    ...(digits && { digits }),
    ...(show === 'everything' && { panels: 'all' }),
    ...(show === 'formula' && { panels: 'formula' }),
    ...(show === 'still' && { static: true }),
    // A formula is as tall as its line.
    ...(height !== undefined && show !== 'formula' && { height: `${height}` }),
    ...(theme !== 'auto' && { theme }),
  };
}

const queryOf = (address: string): URLSearchParams => new URLSearchParams(/\?.*/.exec(address)?.[0] ?? '');

const stepIn = (address: string): string => /^v\d+\/[^/?]+\/([^?]*)/.exec(address)?.[1] ?? '';
