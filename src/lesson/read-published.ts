import { didYouMean } from '../program/nearest.js';
import type { Entry } from './front-matter.js';
import type { Convention, Published } from './lesson.js';
import { limits } from './limits.js';
import { toInlineText, type ProseContext } from './markdown.js';
import { numberText, required } from './read-entries.js';

/** The numbers that a source prints, to stand beside ours. */
export function readPublished(
  entry: Entry | undefined,
  conventions: readonly Convention[],
  context: ProseContext,
): readonly Published[] {
  return (entry?.items(limits.items.published) ?? []).map((item) => {
    const fields = item.fields(['ref', 'label', 'printed', 'reason', 'reproduced-by']);
    const refEntry = required(item, fields, 'ref');
    const ref = refEntry?.text() ?? '';
    const wrong = refEntry && context.checkReference(ref, 'value');
    if (wrong !== undefined) refEntry!.complain(wrong, ref);
    const printed = required(item, fields, 'printed');
    const label = fields.get('label')?.text();
    const reason = fields.get('reason');
    const by = fields.get('reproduced-by');
    return {
      ref,
      printed: printed ? numberText(printed) : '',
      ...(label && { label }),
      ...(reason && { reason: toInlineText(reason.text(), reason.at, context) }),
      ...(by && { reproducedBy: readChoices(by, conventions) }),
    };
  });
}

/** Choices by convention: `{ update-order: updated }`. */
function readChoices(entry: Entry, conventions: readonly Convention[]): Readonly<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const [id, value] of entry.fields(conventions.map((convention) => convention.id))) {
    const choices = conventions.find((convention) => convention.id === id)!.choices.map((choice) => choice.id);
    const choice = value.text();
    if (!choices.includes(choice)) {
      const fix = didYouMean(choice, choices, `It can be ${choices.join(', ')}.`);
      value.complain(`The convention \`${id}\` has no choice \`${choice}\`. ${fix}`, choice);
    }
    chosen[id] = choice;
  }
  return chosen;
}
