/** How things stand between the stage and its class changed: `lead` and `link` of the element say how. */
export class LeadEvent extends Event {
  constructor() {
    super('bp-lead', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'bp-lead': LeadEvent;
  }
}
