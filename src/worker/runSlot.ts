import type { ExperimentConfig } from "../config/schema";
import type { DatasetFiles } from "../data/types";
import { saidOf } from "../i18n/errors";
import type { StartPoint, TrainingListener } from "./protocol";
import { type Run, startLoop, stopLoop } from "./trainingLoop";

/** What a run is made of. */
export interface RunRequest {
  id: number;
  config: ExperimentConfig;
  files: DatasetFiles | null;
  listener: TrainingListener;
  from: StartPoint | undefined;
}

/** The one run that there is, if any, and how another takes its place. */
export class RunSlot {
  private run: Run | null = null;
  private interruptions = 0;

  get current(): Run | null {
    return this.run;
  }

  /**
   * Says whether training that was asked for now may still begin: `interrupt` calls it off.
   * @returns asked when its turn has come
   */
  permission(): () => boolean {
    const { interruptions } = this;
    return () => this.interruptions === interruptions;
  }

  /** Calls off all training that was asked for; the step under way is still done. */
  interrupt(): void {
    this.interruptions++;
    if (this.run) stopLoop(this.run);
  }

  /** Brings the loop to its end after the step under way. */
  async halt(): Promise<void> {
    if (!this.run?.loop) return;
    stopLoop(this.run);
    await this.run.loop;
  }

  /** Ends the run and frees its memory. */
  async discard(): Promise<void> {
    await this.halt();
    this.run?.trainer.dispose();
    this.run = null;
  }

  /**
   * Puts a new run in the place of the old one, which goes on as it was where that fails.
   * @param load gets what the run needs, while the old one trains on
   * @param prepare makes the run, while the old one is halted
   * @param restore makes good what `prepare` did to the old run before it failed; that run may train while `load` fails
   * @throws what `load` or `prepare` throws
   */
  async replace<T>({ load, prepare, restore }: Replacement<T>): Promise<Run> {
    const loaded = await load();
    const stepsLeft = this.run?.budget ?? 0;
    const mayTrain = this.permission();
    await this.halt();
    try {
      const next = await prepare(loaded);
      await this.discard();
      this.run = next;
      return next;
    } catch (error) {
      await this.restore(restore);
      if (this.run && stepsLeft > 0 && mayTrain()) startLoop(this.run, stepsLeft);
      throw error;
    }
  }

  /** Where the old run's backend is gone (a lost device), that run has failed. */
  private async restore(restore: (run: Run) => Promise<void>): Promise<void> {
    const { run } = this;
    if (!run) return;
    try {
      await restore(run);
    } catch (error) {
      run.emit({ type: "failed", said: saidOf(error) });
      await this.discard();
    }
  }
}

interface Replacement<T> {
  load: () => Promise<T>;
  prepare: (loaded: T) => Promise<Run>;
  restore: (run: Run) => Promise<void>;
}
