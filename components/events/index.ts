import type { WrittenProgram } from '../../src/index.js';

/**
 * What elements say when a person acts; never when code does (but for `bp-change` and `bp-complete`). All bubble and cross shadow roots.
 * One event, one small class.
 */
abstract class TutorEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** Someone asked to see a step: a reference of a step or of a value (then: the step that made it). */
export class StepEvent extends TutorEvent {
  constructor(readonly ref: string) {
    super('bp-step');
  }
}

/** Someone points at, taps or focuses what stands for these references (none: leaves it). The other views light them up. */
export class SelectEvent extends TutorEvent {
  constructor(readonly refs: readonly string[]) {
    super('bp-select');
  }
}

/** Someone moved through the lesson. `reveal` shows the next piece of the step, then moves on. */
export class MoveEvent extends TutorEvent {
  constructor(readonly to: 'first' | 'previous' | 'next' | 'last' | 'reveal') {
    super('bp-move');
  }
}

/** Someone gave a number. The text is already read and normalised. `undefined` takes the lesson's own back. */
export class ValueEvent extends TutorEvent {
  constructor(
    readonly name: string,
    readonly text: string | undefined,
  ) {
    super('bp-value');
  }
}

/** Someone made a choice in a convention. */
export class ConventionEvent extends TutorEvent {
  constructor(
    readonly convention: string,
    readonly choice: string,
  ) {
    super('bp-convention');
  }
}

/** Someone changed how things are shown. */
export class DisplayEvent extends TutorEvent {
  constructor(
    readonly change: {
      readonly digits?: number;
      readonly paper?: boolean;
      readonly view?: 'expanded' | 'local';
      readonly form?: 'scalar' | 'matrix';
    },
  ) {
    super('bp-display');
  }
}

/** Someone asked to stand at another iteration. */
export class IterationEvent extends TutorEvent {
  constructor(readonly iteration: number) {
    super('bp-iteration');
  }
}

/** Someone wrote a program of their own. It has been read without complaint, and every name has a value. */
export class ProgramEvent extends TutorEvent {
  constructor(
    readonly text: string,
    readonly program: WrittenProgram,
    readonly values: Readonly<Record<string, string>>,
  ) {
    super('bp-program');
  }
}

/** Someone asked for the lesson's own values back. */
export class ResetEvent extends TutorEvent {
  constructor() {
    super('bp-reset');
  }
}

/** The state changed, for any reason. `jump`: not by one step, so that going back should lead here again. */
export class ChangeEvent extends TutorEvent {
  constructor(
    readonly address: string,
    readonly jump: boolean,
  ) {
    super('bp-change');
  }
}

/** The last step one walks to is there, in full. */
export class CompleteEvent extends TutorEvent {
  constructor(readonly address: string) {
    super('bp-complete');
  }
}

declare global {
  interface HTMLElementEventMap {
    'bp-step': StepEvent;
    'bp-select': SelectEvent;
    'bp-move': MoveEvent;
    'bp-value': ValueEvent;
    'bp-convention': ConventionEvent;
    'bp-display': DisplayEvent;
    'bp-iteration': IterationEvent;
    'bp-program': ProgramEvent;
    'bp-reset': ResetEvent;
    'bp-change': ChangeEvent;
    'bp-complete': CompleteEvent;
  }
}
