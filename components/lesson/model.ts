import {
  choicesOf,
  historyOf,
  InputError,
  lastConfirmedIteration,
  loadTraining,
  move,
  placeOf,
  recordChange,
  redo,
  replace,
  settingsOf,
  setupOf,
  traceOf,
  trainingLoaded,
  undo,
  updateUnder,
  type History,
  type Lesson,
  type LessonState,
  type Move,
} from '../../src/index.js';
import { isLarge, makeScene, Runs } from '../make-scene.js';
import type { Scene } from '../scene.js';
import { reasonOf } from '../values/refusal.js';
import { words } from '../words.js';

/** The digits in the diagram. */
export const diagramDigits = 3;

/** How far a proof of digits on demand has come. */
export interface ProofProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Owns a lesson's state: every change goes through here and gives a new scene. Digits are proven
 * in idle time after each change; `changed` is called for both.
 */
export class LessonModel {
  scene: Scene;
  /** The digits shown are proven. */
  proven = false;
  /** Set while digits beyond {@link lastConfirmedIteration} are being proven on demand. */
  proving: ProofProgress | undefined;
  /** Said once, after a step that was asked for turned out to be gone. */
  displaced: string | undefined;
  /** What could not be done, in a sentence: a lazy part that failed to load. */
  problem: string | undefined;
  readonly #runs = new Runs();
  #history: History<LessonState>;
  readonly #trail: LessonState[] = [];
  #abort = new AbortController();
  /** Digits have been proven since the last scene was made, perhaps by a proof that a newer one overtook. */
  #news = false;
  readonly #unproven: { readonly ref: string; readonly iteration: number; readonly digits: number }[] = [];

  constructor(
    readonly lesson: Lesson,
    state: LessonState,
    private readonly changed: (jump?: boolean) => void,
    private readonly whenIdle: (work: () => void) => void,
  ) {
    this.#history = historyOf(state);
    this.scene = makeScene(state, this.#runs);
    this.#proveShown();
  }

  get state(): LessonState {
    return this.#history.present;
  }

  /** The text that the lesson itself gives a name, whatever the conventions. */
  ownText(name: string): string | undefined {
    const { given, conventions } = this.lesson;
    const update = updateUnder(this.lesson, choicesOf(this.lesson, this.state.choices));
    const offered = [
      ...given,
      ...conventions.flatMap(({ choices }) => choices.flatMap((choice) => choice.given ?? [])),
    ];
    return offered.find((each) => each.name === name)?.text ?? settingsOf(update)[name];
  }

  /** A given number's name among all samples, where the scene shows a batch of them. */
  nameAmongAll(name: string): string {
    return this.scene.setup.given.find((each) => each.name === name)?.from ?? name;
  }

  /** Walk: nothing to undo. */
  move(to: Move): void {
    this.walk(move(this.state, this.scene.trace, to));
  }

  /** Change place or display. */
  walk(next: LessonState): void {
    if (next === this.state) return;
    this.displaced = undefined;
    this.#set(replace(this.#history, next), false);
  }

  /** Go somewhere else; {@link goBack} returns. */
  jump(next: LessonState): void {
    const { step, iteration } = this.state;
    if (next.step === step && next.iteration === iteration) return this.walk(next);
    this.#trail.push(this.state);
    this.#set(replace(this.#history, next), true);
  }

  /** Where {@link goBack} leads, if there is such a place. */
  get back(): string | undefined {
    return this.#trail.at(-1)?.step;
  }

  /** Return to where the last jump began. */
  goBack(): void {
    const from = this.#trail.pop();
    if (!from) return;
    const { iteration, reveal, guide } = from;
    const { step } = placeOf(this.scene.trace, from.step);
    this.#set(replace(this.#history, { ...this.state, iteration, reveal, step, ...(guide && { guide }) }), false);
  }

  /**
   * Change values, conventions or the program: can be undone. A step that is gone gives way to the nearest one.
   * What cannot be computed (a label of no class) changes nothing, and {@link problem} says why.
   */
  edit(next: LessonState): void {
    if (next === this.state) return;
    let place;
    try {
      place = placeOf(traceOf(setupOf(next)), next.step);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return this.#say(reasonOf(error));
    }
    this.problem = undefined;
    this.displaced = place.found ? undefined : next.step;
    this.#set(recordChange(this.#history, { ...next, step: place.step }), true);
  }

  /** Take the last edit back; where one stands stays. Says whether there was one. */
  undo(): boolean {
    return this.#travel(undo(this.#history));
  }

  redo(): boolean {
    return this.#travel(redo(this.#history));
  }

  /** Prove the digits shown at an iteration where this is not done without asking. */
  async proveHere(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    await this.#prove(this.#abort.signal, true);
  }

  /** Stop proving. */
  cancelProof(): void {
    this.#abort.abort();
    this.proving = undefined;
    this.changed();
  }

  /** Whether digits stay provisional until they are asked for. */
  get provesOnDemand(): boolean {
    return this.state.iteration > lastConfirmedIteration;
  }

  /** Release everything; nothing is called any more, until {@link resume}. */
  dispose(): void {
    this.#abort.abort();
  }

  /** Go on where {@link dispose} stopped. */
  resume(): void {
    this.refresh();
    this.#proveShown();
  }

  #travel(history: History<LessonState>): boolean {
    if (history.present === this.state) return false;
    const { step, reveal, iteration, digits, paper, view, form } = this.state;
    const there = { ...history.present, iteration, digits, paper, view, form };
    const place = placeOf(traceOf(setupOf(there)), step);
    this.#set({ ...history, present: { ...there, step: place.step, reveal } }, true);
    return true;
  }

  #set(history: History<LessonState>, jump: boolean): void {
    if ((history.present.iteration > 0 || history.present.paper) && !trainingLoaded()) {
      void loadTraining().then(
        () => this.#set(history, jump),
        () => this.#say(words.lesson.partFailed),
      );
      return;
    }
    this.#history = history;
    this.scene = this.#makeScene();
    this.changed(jump);
    this.#proveShown();
  }

  #proveShown(): void {
    this.#abort.abort();
    this.proving = undefined;
    this.proven = false;
    const abort = (this.#abort = new AbortController());
    if (this.provesOnDemand) return;
    this.whenIdle(() => void this.#prove(abort.signal, false));
  }

  #say(problem: string): void {
    this.problem = problem;
    this.refresh();
  }

  #makeScene(): Scene {
    return makeScene(this.state, this.#runs, (ref, iteration, digits) => {
      if (iteration > lastConfirmedIteration) return;
      this.#unproven.push({ ref, iteration, digits });
      if (this.#unproven.length === 1) this.whenIdle(() => void this.#proveOthers());
    });
  }

  /** Numbers of other iterations: a sentence about the loss after the update, say. */
  async #proveOthers(): Promise<void> {
    const others = this.#unproven.splice(0);
    const { signal } = this.#abort;
    let news = false;
    try {
      for (const { ref, iteration, digits } of others) {
        news = (await this.scene.run.at(iteration).confirm([ref], digits, { signal })) || news;
      }
    } catch {
      // Overtaken by a newer state, which asks again; or the decimals failed to load, which is said elsewhere.
    }
    if (news) this.refresh();
  }

  async #prove(signal: AbortSignal, onDemand: boolean): Promise<void> {
    if (signal.aborted) return;
    const { numbers, trace, state } = this.scene;
    // Of very many numbers only those that are shown are proven, as they are shown.
    const derived = isLarge(trace) ? [] : [...trace.setup.given, ...trace.assignments];
    const refs = derived.map((each) => ('ref' in each ? each.ref : each.name));
    const onProgress = (done: number): void => {
      this.proving = onDemand ? { done, total: state.iteration } : undefined;
      if (onDemand) this.changed();
    };
    try {
      for (const digits of new Set([state.digits, diagramDigits])) {
        const news = await numbers.confirm(refs, digits, { signal, onProgress });
        this.#news ||= news;
      }
      if (signal.aborted) return;
      this.problem = undefined;
      this.proving = undefined;
      this.proven = true;
      if (this.#news || onDemand) this.refresh();
      this.#news = false;
    } catch (error) {
      if (signal.aborted) return;
      this.proving = undefined;
      this.#say(words.lesson.noDecimals);
    }
  }

  /** The same state again, with what has become known since. */
  refresh(): void {
    this.scene = this.#makeScene();
    this.changed();
  }
}
