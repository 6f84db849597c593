/**
 * The lesson as a widget of notebooks: an anywidget front-end module, for Jupyter, marimo, VS Code and MyST. One file with
 * everything in it, because notebooks hand it on as text.
 */
import './elements.js';

/** What the host of a widget gives it: the values that Python (or a directive's body) holds. */
export interface WidgetModel {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  on(event: string, callback: () => void): void;
  off(event: string, callback: () => void): void;
  save_changes(): void;
}

/** Traits that are attributes of the element. Python cannot have a `from`, so there it is `from_`. */
const attributes: Readonly<Record<string, string>> = {
  lesson: 'lesson',
  src: 'src',
  at: 'at',
  from: 'from',
  from_: 'from',
  to: 'to',
  view: 'view',
  panels: 'panels',
  digits: 'digits',
  theme: 'theme',
  height: 'height',
  static: 'static',
};

/**
 * Show a lesson in an element of the host. A change of a trait changes the lesson; `address` and `step` are written back
 * whenever the reader moves or changes something.
 * @returns takes the lesson away again
 */
function render({ model, el }: { readonly model: WidgetModel; readonly el: HTMLElement }): () => void {
  const lesson = document.createElement('bp-lesson');
  const changes = Object.entries(attributes).map(([trait, attribute]) => {
    const apply = (): void => give(lesson, attribute, model.get(trait));
    if (model.get(trait)) apply();
    return [`change:${trait}`, apply] as const;
  });
  for (const [event, apply] of changes) model.on(event, apply);
  lesson.addEventListener('bp-change', ({ address }) => {
    model.set('address', address);
    model.set('step', lesson.state?.step ?? '');
    whereSupported(() => model.save_changes());
  });
  // JupyterLab's shortcuts would take the keys of someone who types a number here.
  lesson.setAttribute('data-lm-suppress-shortcuts', 'true');
  el.append(lesson);
  return () => {
    lesson.remove();
    for (const [event, apply] of changes) whereSupported(() => model.off(event, apply));
  };
}

/** What is empty in Python (`''`, `0`, `None`, `False`) is left to the element. */
function give(lesson: HTMLElement, attribute: string, value: unknown): void {
  if (!value) lesson.removeAttribute(attribute);
  else
    lesson.setAttribute(
      attribute,
      value === true ? '' : Array.isArray(value) ? value.join(' ') : `${value as string | number}`,
    );
}

/** The models of pages without a kernel (MyST's, a notebook saved as HTML) throw where there is nobody to tell. */
function whereSupported(act: () => void): void {
  try {
    act();
  } catch {
    // The lesson works all the same.
  }
}

export default { render };
