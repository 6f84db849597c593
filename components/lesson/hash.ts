/**
 * A lesson's own corner of the page's address: `#chapter-2&mazur=v1/mazur/backward/w5`. The rest of the fragment is the
 * page's and stays.
 */
export class HashCorner {
  constructor(
    private readonly name: string,
    private readonly moved: (address: string) => void,
  ) {}

  /** What the page's address says now; '' if nothing. */
  read(): string {
    const own = piecesOf(location.hash).find((piece) => piece.startsWith(`${this.name}=`));
    return own === undefined ? '' : decoded(own.slice(this.name.length + 1));
  }

  write(address: string): void {
    if (address === this.read()) return;
    const others = piecesOf(location.hash).filter((piece) => !piece.startsWith(`${this.name}=`));
    const own = `${this.name}=${encodeURIComponent(address).replace(/%(2F|3A|2C|5B|5D)/gi, decodeURIComponent)}`;
    // The page's router may keep something of its own in the entry.
    history.replaceState(history.state, '', `#${[...others, own].join('&')}`);
  }

  /** @returns stops listening */
  listen(): () => void {
    const onHash = (): void => {
      const address = this.read();
      if (address) this.moved(address);
    };
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }
}

const piecesOf = (hash: string): string[] => hash.slice(1).split('&').filter(Boolean);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
