/** In Chromium, a step change from key press to painted frame, at 1× and 4× CPU throttling. */
export async function benchBrowser(): Promise<void> {
  console.log('step change in a browser: not measured yet');
  return Promise.resolve();
}
