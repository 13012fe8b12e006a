import type * as tf from "@tensorflow/tfjs";
import { withBatchSize } from "../../config/batchSizes";
import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import { batchIndices } from "../../engine/batchOrder";
import { PURPOSE } from "../../engine/random";
import { MOST_ANCHORS } from "../../record/anchors/batch";
import type { AnchorBatch } from "../../record/events";
import { ViewSource } from "../viewSource";
import type { HeldOut } from "./heldOut";
import { readPairs } from "./readPairs";

/**
 * Both views of a few held-out samples, drawn once as a training batch is drawn: an anchor among them can be followed, since
 * what changes from snapshot to snapshot is the weights alone.
 */
export class AnchorViews {
  /** Samples, at most those of a batch. */
  readonly count: number;
  /** [1, 2 count, ...shape], first views in front. */
  readonly views: tf.Tensor;
  /** Place of each sample among the held-out ones. */
  private readonly samples: Int32Array;
  private isRead = false;

  constructor(heldOut: HeldOut, config: ExperimentConfig) {
    const dataset = heldOut.asTraining(Math.min(MOST_ANCHORS, config.batchSize));
    const { count } = dataset.train;
    const own = { ...withBatchSize(config, count), seeds: 1 };
    const [seed = 0] = seedNumbers(own);
    const source = new ViewSource(dataset, own);
    this.count = count;
    this.samples = batchIndices({ seed, step: 0, batchSize: count, count, purpose: PURPOSE.trainingOrder });
    this.views = source.views(0);
    source.dispose();
  }

  /** Samples and views for whoever shows them, the first time; null from then on. */
  readOnce(): Promise<AnchorBatch> | null {
    if (this.isRead) return null;
    this.isRead = true;
    return this.read();
  }

  dispose(): void {
    this.views.dispose();
  }

  private async read(): Promise<AnchorBatch> {
    const { count, samples, views } = this;
    return { pairs: await readPairs(views, count, count), samples };
  }
}
