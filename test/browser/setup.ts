import { afterAll, afterEach, expect } from 'vitest';

// Lit says once that it is the development build, which is what we want here: it warns of
// mistakes that the production build keeps to itself. That one message is expected.
(globalThis as { litIssuedWarnings?: Set<string> }).litIssuedWarnings = new Set(['dev-mode']);

/** What went wrong in the page without any test asking. */
const noises: string[] = [];

addEventListener('error', (event) => noises.push(`uncaught error: ${event.message}`));
addEventListener('unhandledrejection', (event) => noises.push(`unhandled rejection: ${String(event.reason)}`));
addEventListener('securitypolicyviolation', (event) =>
  noises.push(`policy violation: ${event.violatedDirective} ${event.blockedURI}`),
);
for (const method of ['error', 'warn'] as const) {
  const log = console[method].bind(console);
  console[method] = (...args: unknown[]) => {
    noises.push(`console.${method}: ${args.map(String).join(' ')}`);
    log(...args);
  };
}

async function expectQuiet(): Promise<void> {
  // A rejection is reported in a task of its own, which may come after the next timer.
  for (let tasks = 0; tasks < 2; tasks++) await new Promise((resolve) => setTimeout(resolve));
  expect(noises.splice(0), 'errors, warnings or rejections in the page').toEqual([]);
}

afterEach(expectQuiet);
afterAll(expectQuiet);
