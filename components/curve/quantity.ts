import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CurvePoint, TrainingRun } from './training-run.js';

/** What a curve shows: the loss, or one of the numbers that training changes. */
export class Quantity implements ReactiveController {
  /** The number's name; empty for the loss. */
  name = '';
  /** Values that were not kept are being worked out again. */
  isWorking = false;
  #worked: { readonly run: TrainingRun; readonly name: string; readonly values: readonly number[] } | undefined;
  #abort = new AbortController();

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Show something else. */
  choose(name: string): void {
    this.name = name;
    this.#stop();
    this.host.requestUpdate();
  }

  /** The points of the curve; empty while they are being worked out. @param isSettled nothing is being trained just now */
  pointsOf(run: TrainingRun | undefined, isSettled: boolean): readonly CurvePoint[] {
    if (!run) return [];
    const { curve, names } = run;
    if (!this.name || !names.includes(this.name))
      return curve.map(({ iteration, loss }) => ({ iteration, value: loss }));
    const values = run.valuesOf(this.name) ?? this.#workedOut(run, isSettled);
    return values.map((value, i) => ({ iteration: curve[i]!.iteration, value }));
  }

  #workedOut(run: TrainingRun, isSettled: boolean): readonly number[] {
    const { name } = this;
    const known = this.#worked?.run === run && this.#worked.name === name ? this.#worked.values : [];
    if (isSettled && !this.isWorking && known.length < run.curve.length) void this.#work(run, name);
    return known;
  }

  async #work(run: TrainingRun, name: string): Promise<void> {
    const { signal } = this.#abort;
    this.isWorking = true;
    try {
      this.#worked = { run, name, values: await run.workOut(name, signal) };
    } catch (error) {
      if (!signal.aborted) throw error;
      return;
    }
    this.isWorking = false;
    this.host.requestUpdate();
  }

  #stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.isWorking = false;
  }
}
