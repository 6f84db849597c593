/**
 * Register an element once. A second copy of the module (or another version on the page) keeps the
 * first and says so, where `customElements.define` would throw and abort its module.
 */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
  else if (customElements.get(name) !== element)
    console.warn(`<${name}> is already defined on this page; the first definition stays.`);
}
