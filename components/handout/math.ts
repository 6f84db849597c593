import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import { loadWholeKatex, renderFormula } from '../formula/render-formula.js';

class MathDirective extends Directive {
  #tex = '';

  constructor(info: PartInfo) {
    super(info);
    if (info.type !== PartType.ELEMENT) throw new Error('math() stands in a tag.');
  }

  override render(_tex: string, _display = false): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [tex, display = false]: [tex: string, display?: boolean]): unknown {
    if (tex !== this.#tex && !renderFormula(tex, element as HTMLElement, display)) {
      // Out of reach, the TeX stays as it was written.
      loadWholeKatex().then(
        () => void renderFormula(tex, element as HTMLElement, display),
        () => undefined,
      );
    }
    this.#tex = tex;
    return noChange;
  }
}

/** Typesets TeX into the element in whose tag it stands, once. */
export const math = directive(MathDirective);
