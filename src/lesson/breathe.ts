/** How long reading goes on, in milliseconds, before the page may paint and answer. */
const slice = 30;

let since = 0;

/** Called between pieces of reading: now and then it lets everything else have its turn. */
export async function breathe(): Promise<void> {
  const now = performance.now();
  if (now - since < slice) return;
  await new Promise((resolve) => setTimeout(resolve, 0));
  since = performance.now();
}
