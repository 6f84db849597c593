import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { loadTraining } from '../../src/index.js';
import { words } from '../words.js';
import { countText } from './tick-text.js';
import type { TrainingRun } from './training-run.js';

const say = words.training;

/** How far training under way has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** How the last training ended, where not well: the reader pressed Cancel, or it could not go on. */
export interface Ending {
  readonly kind: 'stopped' | 'failed';
  readonly message: string;
}

/** Trains a run for its host: progress, cancel, and what to say at the end. Leaving the page cancels. */
export class Trainer implements ReactiveController {
  progress: Progress | undefined;
  ending: Ending | undefined;
  /** As many updates as were last asked for. */
  asked = 0;
  #run: TrainingRun | undefined;
  #training: AbortController | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The run in force, once there is one. */
    private readonly runOf: () => TrainingRun | undefined,
  ) {
    host.addController(this);
  }

  /** To be called before each render: another run stops what is under way. */
  follow(): void {
    const run = this.runOf();
    if (run === this.#run) return;
    this.#run = run;
    this.cancel();
    this.#training = undefined;
    this.progress = this.ending = undefined;
  }

  hostConnected(): void {
    // Where it cannot be loaded, training tries again and says so.
    if (!this.runOf())
      void loadTraining().then(
        () => this.host.requestUpdate(),
        () => undefined,
      );
  }

  hostDisconnected(): void {
    this.cancel();
  }

  get run(): TrainingRun | undefined {
    return this.#run;
  }

  cancel(): void {
    this.#training?.abort();
  }

  /** Train until so many updates are done, counted from the start. */
  async train(total: number): Promise<void> {
    const run = await this.#loaded();
    if (!run) return;
    const training = (this.#training = new AbortController());
    const { signal } = training;
    this.ending = undefined;
    this.#tell({ done: Math.min(run.reached, total), total });
    try {
      await run.train(total, { signal, onProgress: (done) => !signal.aborted && this.#tell({ done, total }) });
    } catch (error) {
      if (this.#training === training) {
        this.ending = signal.aborted
          ? { kind: 'stopped', message: say.stopped(countText(run.reached)) }
          : { kind: 'failed', message: (error instanceof Error && error.message) || say.failed };
      }
    }
    if (this.#training !== training) return;
    this.asked = total;
    this.#tell(undefined);
  }

  /** Say that what was typed cannot be trained. */
  refuse(message: string): void {
    this.ending = { kind: 'failed', message };
    this.host.requestUpdate();
  }

  async #loaded(): Promise<TrainingRun | undefined> {
    if (this.#run) return this.#run;
    try {
      await loadTraining();
    } catch {
      this.refuse(say.notLoaded);
    }
    return (this.#run = this.runOf());
  }

  #tell(progress: Progress | undefined): void {
    this.progress = progress;
    this.host.requestUpdate();
  }
}
