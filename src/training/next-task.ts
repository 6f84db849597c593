/**
 * Resolves in a task of its own, so that painting and input come first. Browsers hold repeated timers back
 * by 4 ms each; messages they do not.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
