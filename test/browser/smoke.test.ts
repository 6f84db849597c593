import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { expect, test } from 'vitest';

@customElement('smoke-test')
class SmokeTest extends LitElement {
  @property({ type: Number }) value = 1;
  protected override render() {
    return html`<output>${this.value + 1}</output>`;
  }
}

test('an element with decorators renders and re-renders in this browser', async () => {
  const element = new SmokeTest();
  document.body.append(element);
  await element.updateComplete;
  expect(element.shadowRoot?.textContent).toContain('2');
  element.value = 4;
  await element.updateComplete;
  expect(element.shadowRoot?.textContent).toContain('5');
  element.remove();
});
