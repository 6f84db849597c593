import { html, nothing, type ReactiveControllerHost } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { BpLead } from '../bp-lead.js';
import { words as dialog } from '../words/dialog.js';

/** What the class follows. */
interface Position {
  readonly address: string;
  readonly blank: boolean;
  readonly lesson: string;
  readonly src: string;
}

/** What connects a stage to its class: loaded when it is asked for, and kept while it is out of sight. */
export class LeadPanel {
  #isThere = false;
  #isInSight = false;
  #server = '';
  #room = '';
  #element: BpLead | undefined;

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Whether a page may connect: the policy of all others forbids it. */
  static get isAllowed(): boolean {
    return /\/follow\.html$/.test(location.pathname);
  }

  /** The link by which the class follows; '' while it cannot. */
  get link(): string {
    return this.#element?.link ?? '';
  }

  /** After a reload: the address knows server and room, and the password is asked for again. */
  async resume(): Promise<void> {
    const { searchParams } = new URL(location.href);
    this.#server = searchParams.get('lead') ?? '';
    this.#room = searchParams.get('room') ?? '';
    if (LeadPanel.isAllowed && this.#server) await this.toggle();
  }

  /** Show or hide it. @throws where it cannot be loaded */
  async toggle(): Promise<void> {
    await import('../bp-lead.js');
    this.#isThere = true;
    this.#isInSight = !this.#isInSight;
    this.host.requestUpdate();
  }

  render({ address, blank, lesson, src }: Position): unknown {
    if (!this.#isThere) return nothing;
    return html`<div class="lead" ?hidden=${!this.#isInSight}>
      <bp-lead
        server=${this.#server}
        room=${ifDefined(this.#room || undefined)}
        .address=${address}
        ?blank=${blank}
        lesson=${lesson}
        src=${src}
        @bp-lead=${this.#onLead}
      ></bp-lead>
      <button @click=${() => void this.toggle()}>${dialog.close}</button>
    </div>`;
  }

  readonly #onLead = ({ target }: Event): void => {
    const { link, server, room } = (this.#element = target as BpLead);
    if (!link) return;
    const url = new URL(location.href);
    url.searchParams.set('lead', (this.#server = server));
    url.searchParams.set('room', (this.#room = room));
    history.replaceState(history.state, '', url);
  };
}
