import type { TrainerEvent, ViewsSnapshot } from "../../record/events";
import type { Cohort } from "../cohort";
import { Resources } from "../resources";
import type { ViewSource } from "../viewSource";
import { AnchorViews } from "./anchorViews";
import type { HeldOut } from "./heldOut";
import { LiveTemperature } from "./liveTemperature";
import { samplePictures } from "./samplePictures";
import { EMBEDDED, snapshotViews } from "./snapshot";

/** Milliseconds between two snapshots at least. */
const VIEWS_INTERVAL = 700;
/** Snapshots may take this share of the time. */
const VIEWS_SHARE = 0.1;

interface ViewSnapshotsOptions {
  cohort: Cohort;
  source: ViewSource;
  heldOut: HeldOut;
  emit: (event: TrainerEvent) => void;
}

/** Takes the pictures of the learners that the page shows, no more often than they are worth. */
export class ViewSnapshots {
  private readonly of: ViewSnapshotsOptions;
  private readonly resources = new Resources();
  private readonly anchors: AnchorViews;
  private readonly temperature: LiveTemperature;
  private dueAt = 0;
  private hasSamples = false;

  constructor(of: ViewSnapshotsOptions) {
    this.of = of;
    this.anchors = this.resources.own(new AnchorViews(of.heldOut, of.cohort.config));
    this.temperature = this.resources.own(new LiveTemperature(of.cohort));
  }

  get isDue(): boolean {
    return performance.now() >= this.dueAt;
  }

  /**
   * Takes a picture and sends it; the first time, also what the similarities of every picture are of.
   * @param stopped per learner
   */
  async emit(step: number, stopped: boolean[]): Promise<void> {
    const { emit } = this.of;
    const anchors = await this.anchors.readOnce();
    if (anchors) emit({ type: "anchors", anchors });
    emit({ type: "views", views: await this.capture(step, stopped) });
  }

  /** Sends what the places of every picture are of, once: the views of hundreds of images take most of a second without a GPU. */
  async emitSamples(): Promise<void> {
    if (this.hasSamples) return;
    this.hasSamples = true;
    const { heldOut, cohort, emit } = this.of;
    emit({ type: "samples", samples: await samplePictures(heldOut.asTraining(EMBEDDED), cohort.config) });
  }

  private async capture(step: number, stopped: boolean[]): Promise<ViewsSnapshot> {
    const before = performance.now();
    const { of, anchors, temperature } = this;
    const views = await snapshotViews({ ...of, anchors, temperature, config: of.cohort.config, step, stopped });
    const now = performance.now();
    this.dueAt = now + Math.max(VIEWS_INTERVAL, (now - before) / VIEWS_SHARE);
    return views;
  }

  dispose(): void {
    this.resources.dispose();
  }
}
