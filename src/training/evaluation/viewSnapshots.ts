import type { PrincipalAxes } from "../../metrics/math/pca";
import type { ViewsSnapshot } from "../../record/events";
import type { Cohort } from "../cohort";
import type { ViewSource } from "../viewSource";
import type { HeldOut } from "./heldOut";
import { snapshotViews } from "./snapshot";

/** Milliseconds between two snapshots at least. */
const VIEWS_INTERVAL = 700;
/** Snapshots may take this share of the time. */
const VIEWS_SHARE = 0.1;

/** Takes the pictures of the learners that the page shows, no more often than they are worth. */
export class ViewSnapshots {
  private readonly of: { cohort: Cohort; source: ViewSource; heldOut: HeldOut };
  private readonly axes = new Map<number, PrincipalAxes>();
  private dueAt = 0;

  constructor(of: { cohort: Cohort; source: ViewSource; heldOut: HeldOut }) {
    this.of = of;
  }

  get isDue(): boolean {
    return performance.now() >= this.dueAt;
  }

  /** @param stopped per learner */
  async capture(step: number, stopped: boolean[]): Promise<ViewsSnapshot> {
    const before = performance.now();
    const { axes, of } = this;
    const views = await snapshotViews({ ...of, config: of.cohort.config, step, stopped, axes });
    const now = performance.now();
    this.dueAt = now + Math.max(VIEWS_INTERVAL, (now - before) / VIEWS_SHARE);
    return views;
  }
}
