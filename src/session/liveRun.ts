import { changesThatRestart } from "../config/diff";
import type { ExperimentConfig } from "../config/schema";
import { PlaygroundError } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { haveSameAnchors } from "../record/anchors/batch";
import type { TrainerEvent } from "../record/events";
import type { RunRecord } from "../record/record";
import { NO_ANCHOR } from "./anchor/state";
import type { RunArchive } from "./archive";
import { measuredRate } from "./encoderCost";
import { texts } from "./errors";
import type { PlaygroundStore } from "./playgroundState";
import { applyEvent, type Run, recordOf } from "./run";
import { createThrottle, type Throttle } from "./throttle";

interface LiveRunOptions {
  archive: RunArchive;
  /** Least time between two redraws while training, in milliseconds. */
  redrawInterval: number;
  /** Told why the run broke. */
  failed(reason: Said): void;
}

/** The run on the page: gathers its events, shows it every so often, and archives it once it is over. */
export class LiveRun {
  private readonly store: PlaygroundStore;
  private readonly options: LiveRunOptions;
  private readonly redraw: Throttle;
  private run: Run | null = null;

  constructor(store: PlaygroundStore, options: LiveRunOptions) {
    this.store = store;
    this.options = options;
    this.redraw = createThrottle(() => this.show(), options.redrawInterval);
  }

  /** As it is filled; the one of the page's state is a copy. */
  get current(): Run | null {
    return this.run;
  }

  /** Puts another run in the place of the one that is there, which is kept. An anchor stays chosen if it is the same sample. */
  replace(next: Run): void {
    this.archive();
    if (this.run && !followsAnchors(this.run, next)) this.store.setState({ anchor: NO_ANCHOR });
    this.run = next;
    this.show();
  }

  /** @param run that the event is of: not yet on the page, or no longer, or the one that is there */
  handleEvent(run: Run, event: TrainerEvent): void {
    const urgent = applyEvent(run, event);
    if (run !== this.run) return;
    if (!urgent) {
      this.redraw.request();
      return;
    }
    this.show();
    if (event.type === "failed") this.options.failed(event.said);
    if (run.state === "finished" || run.state === "failed") this.archive();
  }

  /**
   * Labels and colors of the arms do not touch the training: the run takes them over from the draft, unless that is of another
   * experiment, whose labels would stand over curves that it never drew.
   */
  relabel(draft: ExperimentConfig): void {
    const isOther = this.store.getState().presetId !== this.run?.presetId;
    if (!this.run || isOther || changesThatRestart(this.run.config, draft).length > 0) return;
    this.run.config = { ...this.run.config, arms: draft.arms };
    this.show();
  }

  /** No more events come of it. */
  end(): void {
    if (this.run && this.run.state !== "failed") this.run.state = "finished";
    this.show();
    this.archive();
  }

  /** @throws Error before the first run */
  record(): RunRecord {
    this.redraw.flush();
    if (!this.run) throw new PlaygroundError(texts.noRun);
    return recordOf(this.run);
  }

  private archive(): void {
    if (this.run) void this.options.archive.add(this.run);
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

function followsAnchors(before: Run, next: Run): boolean {
  return before.files === next.files && haveSameAnchors(before.config, next.config);
}
