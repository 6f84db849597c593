/** Lets the page breathe: resolves in a task of its own, so that painting and input come first. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
