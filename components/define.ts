let warned = false;

/**
 * Register an element once. A second copy of the module (or another version on the page) keeps the first and says so,
 * once, where `customElements.define` would throw and abort its module.
 */
export function define(name: string, element: CustomElementConstructor): void {
  const first = customElements.get(name);
  if (!first) customElements.define(name, element);
  if (!first || first === element || warned) return;
  warned = true;
  console.warn(
    `Backprop Tutor is on this page twice: <${name}> is already defined, and the first definitions stay. Load the script once.`,
  );
}
