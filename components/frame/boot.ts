/**
 * Runs before the lesson's module, as a classic script. In a sandboxed frame a module loads only with CORS headers,
 * which many hosts do not send. A classic script loads all the same, so one with everything in it stands ready.
 */
import { frame as words } from '../words/frame.js';

/** Trusted Types, as far as this needs them. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

const url = new URL((document.currentScript as HTMLScriptElement).dataset['classic']!, document.baseURI).href;

addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    if (target.type === 'module') document.head.append(classicScript());
    else document.body.append(words.notLoaded);
  },
  // What happens to a script does not bubble.
  true,
);

function classicScript(): HTMLScriptElement {
  const script = document.createElement('script');
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  // One address and no other, whatever is asked for.
  script.src = trustedTypes?.createPolicy('backprop-tutor', { createScriptURL: () => url }).createScriptURL('') ?? url;
  return script;
}
