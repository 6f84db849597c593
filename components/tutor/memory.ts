/**
 * What the tutor's page remembers between visits. Storage may be refused (private windows, frames):
 * then nothing is remembered and nothing is said.
 */
export type Remembered = 'theme' | 'place' | 'stage-keys';

const prefix = 'backprop-tutor.';

export function recall(what: Remembered): string | undefined {
  try {
    return localStorage.getItem(prefix + what) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(what: Remembered, value: string): void {
  try {
    localStorage.setItem(prefix + what, value);
  } catch {
    // Nothing is lost but a convenience.
  }
}
