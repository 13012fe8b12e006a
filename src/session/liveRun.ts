import { changesThatRestart } from "../config/diff";
import type { ArmConfig, ExperimentConfig } from "../config/schema";
import { PlaygroundError } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { haveSameAnchors } from "../record/anchors/batch";
import type { TrainerEvent } from "../record/events";
import type { RunRecord } from "../record/record";
import type { Ending } from "../storage/runs/pastRun";
import { NO_ANCHOR } from "./anchor/state";
import { measuredRate } from "./encoderCost";
import { texts } from "./errors";
import { overlaidRun } from "./overlay/overlay";
import type { PlaygroundStore } from "./playgroundState";
import { applyEvent, type Run, recordOf } from "./run";
import type { RunArchive } from "./runs/archive";
import { endingOf } from "./runs/row";
import { createThrottle, type Throttle } from "./throttle";

interface LiveRunOptions {
  archive: RunArchive;
  /** Least time between two redraws while training, in milliseconds. */
  redrawInterval: number;
  /** Told why the run broke. */
  failed(reason: Said): void;
}

/** The run on the page: gathers its events, shows it every so often, and has it kept, so that a reload loses little of it. */
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

  /**
   * Puts another run in the place of the one that is there, which is kept. An anchor stays chosen if it is the same sample.
   * @param isBehind leaves a kept run that is looked at where it is
   */
  replace(next: Run, isBehind = false): void {
    this.keep(this.run?.state === "paused" ? "stopped" : undefined);
    if (this.run && !followsAnchors(this.run, next)) this.store.setState({ anchor: NO_ANCHOR });
    this.leaveGhost();
    this.run = next;
    this.options.archive.welcome(next);
    if (!isBehind) this.store.setState({ opened: null });
    this.show();
  }

  /** What somebody has trained stays behind the next run. */
  private leaveGhost(): void {
    const { unasked, overlay } = this.store.getState();
    if (!this.run || this.run.step === 0 || unasked) return;
    this.store.setState({ overlay: { ...overlay, ghost: overlaidRun(this.run) } });
  }

  /** @param run that the event is of: not yet on the page, or no longer, or the one that is there */
  handleEvent(run: Run, event: TrainerEvent): void {
    const urgent = applyEvent(run, event);
    if (run !== this.run) return;
    if (!urgent) {
      this.redraw.request();
      if (this.isWorthKeeping) this.options.archive.saveIfDue(run);
      return;
    }
    this.show();
    if (event.type === "failed") this.options.failed(event.said);
    if (event.type === "learnerStopped") return;
    if (run.state === "running") this.options.archive.startClock();
    else this.keep();
  }

  /**
   * Labels and colors of the arms do not touch the training: the run takes them over from the draft, unless that is of another
   * experiment, whose labels would stand over curves that it never drew.
   */
  relabel(draft: ExperimentConfig): void {
    const isOther = this.store.getState().presetId !== this.run?.presetId;
    if (!this.run || isOther || changesThatRestart(this.run.config, draft).length > 0) return;
    const { config, startConfig } = this.run;
    this.run.config = { ...config, arms: draft.arms };
    this.run.startConfig = { ...startConfig, arms: namedAs(startConfig.arms, draft.arms) };
    this.show();
    // One that trains is saved soon anyway.
    if (this.run.state !== "running") this.keep();
  }

  /** No more events come of it. */
  end(): void {
    if (this.run && this.run.state !== "failed") this.run.state = "finished";
    this.show();
    this.keep();
  }

  /** Has what there is kept: the page may be gone soon, or, with `atOnce`, at once. */
  keepNow(atOnce: boolean): void {
    if (atOnce && this.run && this.isWorthKeeping) this.options.archive.saveAtOnce(this.run, endingOf(this.run));
    else this.keep();
  }

  /** @throws Error before the first run */
  record(): RunRecord {
    this.redraw.flush();
    if (!this.run) throw new PlaygroundError(texts.noRun);
    return recordOf(this.run);
  }

  private keep(ending?: Ending): void {
    if (this.run && this.isWorthKeeping) this.options.archive.save(this.run, ending ?? endingOf(this.run));
  }

  /** What the page trains unasked is nobody's, until somebody plays it. */
  private get isWorthKeeping(): boolean {
    return !this.store.getState().unasked;
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

/** Arms as they are, under the labels and colors of others. */
function namedAs(arms: readonly ArmConfig[], named: readonly ArmConfig[]): ArmConfig[] {
  return arms.map(({ label: _label, colour: _color, ...training }, i) => {
    const { label, colour } = named[i] ?? {};
    return { ...training, ...(label && { label }), ...(colour && { colour }) };
  });
}

function followsAnchors(before: Run, next: Run): boolean {
  return before.files === next.files && haveSameAnchors(before.config, next.config);
}
