import type { SamplePictures, TrainerEvent, ViewsSnapshot } from "../../record/events";
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

/** Takes the pictures of the learners that the page shows, no more often than they are worth. */
export class ViewSnapshots {
  private readonly of: { cohort: Cohort; source: ViewSource; heldOut: HeldOut };
  private readonly resources = new Resources();
  private readonly anchors: AnchorViews;
  private readonly temperature: LiveTemperature;
  private dueAt = 0;

  constructor(of: { cohort: Cohort; source: ViewSource; heldOut: HeldOut }) {
    this.of = of;
    this.anchors = this.resources.own(new AnchorViews(of.heldOut, of.cohort.config));
    this.temperature = this.resources.own(new LiveTemperature(of.cohort));
  }

  get isDue(): boolean {
    return performance.now() >= this.dueAt;
  }

  /**
   * Takes a picture and sends it; the first time, also what the similarities and the places of every picture are of.
   * @param stopped per learner
   */
  async emit(step: number, stopped: boolean[], send: (event: TrainerEvent) => void): Promise<void> {
    const anchors = await this.anchors.readOnce();
    if (anchors) send({ type: "anchors", anchors });
    send({ type: "views", views: await this.capture(step, stopped) });
    if (anchors) send({ type: "samples", samples: await this.pictures() });
  }

  private pictures(): Promise<SamplePictures> {
    const { heldOut, cohort } = this.of;
    return samplePictures(heldOut.asTraining(EMBEDDED), cohort.config);
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
