import type { StoreApi } from "zustand/vanilla";
import { changesThatRestart } from "../config/diff";
import type { ExperimentConfig } from "../config/schema";
import type { TrainerEvent } from "../record/events";
import type { RunRecord } from "../record/record";
import type { RunArchive } from "./archive";
import { measuredRate } from "./encoderCost";
import type { PlaygroundState } from "./playgroundState";
import { applyEvent, type Run, recordOf } from "./run";
import { createThrottle, type Throttle } from "./throttle";

interface LiveRunOptions {
  archive: RunArchive;
  /** Least time between two redraws while training, in milliseconds. */
  redrawInterval: number;
  /** Told why the run broke. */
  failed(reason: string): void;
}

/** The run on the page: takes in what is heard of it, shows it every so often, and keeps it once it is over. */
export class LiveRun {
  private readonly store: StoreApi<PlaygroundState>;
  private readonly options: LiveRunOptions;
  private readonly redraw: Throttle;
  private run: Run | null = null;

  constructor(store: StoreApi<PlaygroundState>, options: LiveRunOptions) {
    this.store = store;
    this.options = options;
    this.redraw = createThrottle(() => this.show(), options.redrawInterval);
  }

  /** Puts another run in the place of the one that is there, which is kept. */
  replace(next: Run): void {
    this.keep();
    this.run = next;
    this.show();
  }

  /** @param run that the event is of: not yet on the page, or no longer, or the one that is there */
  hear(run: Run, event: TrainerEvent): void {
    const urgent = applyEvent(run, event);
    if (run !== this.run) return;
    if (!urgent) {
      this.redraw.request();
      return;
    }
    this.show();
    if (event.type === "failed") this.options.failed(run.failure ?? "");
    if (run.state === "finished" || run.state === "failed") this.keep();
  }

  /** Labels and colours of the arms do not touch the training: the run takes them over from the draft. */
  relabel(draft: ExperimentConfig): void {
    if (!this.run || changesThatRestart(this.run.config, draft).some(({ path }) => path === "arms")) return;
    this.run.config = { ...this.run.config, arms: draft.arms };
    this.show();
  }

  /** Nothing more is heard of it. */
  end(): void {
    if (this.run && this.run.state !== "failed") this.run.state = "finished";
    this.show();
    this.keep();
  }

  /** @throws Error before the first run */
  record(): RunRecord {
    this.redraw.flush();
    if (!this.run) throw new Error("There is no run yet.");
    return recordOf(this.run);
  }

  private keep(): void {
    if (this.run) void this.options.archive.keep(this.run);
  }

  private show(): void {
    const run = this.run && { ...this.run };
    const { revision, environment, rate } = this.store.getState();
    this.store.setState({
      run,
      revision: revision + 1,
      environment: run?.environment ?? environment,
      rate: (run && measuredRate(run)) ?? rate,
    });
  }
}
