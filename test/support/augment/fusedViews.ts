import * as tf from "@tensorflow/tfjs";
import type { PlaygroundBackend } from "../../../src/engine/webgpu/backend";
import { type FusedDraw, fusedBatch, fusedViews } from "../../../src/ops/augment";
import { drawViews } from "../../../src/ops/augment/fused";
import { packedToBackend } from "../../../src/ops/augment/resident";
import { DrawnScene, type Scene } from "./drawnScene";

/** The same views by the reference and by the fused programs. */
export class ViewsOfBothKinds extends DrawnScene<PlaygroundBackend> {
  readonly draw: FusedDraw;

  constructor(backend: PlaygroundBackend, what: Partial<Scene> = {}) {
    super(backend, packedToBackend, what);
    const { learners, block, batchSize, purposes } = this;
    const seeds = tf.tensor1d(
      Int32Array.from(this.seeds, (seed) => seed | 0),
      "int32",
    );
    this.draw = { seeds, block, learners, batchSize, ...purposes };
  }

  /** At the step that was set. */
  fused(resident = this.resident): tf.Tensor {
    return fusedViews(this.backend, resident, this.recipe, this.draw);
  }

  /** The table behind the fused views of images. */
  drawn(): { samples: tf.Tensor; views: tf.Tensor } {
    const [height = 0, width = 0, channels = 0] = this.shape;
    const batch = fusedBatch({ count: this.split.count, shape: this.shape }, this.recipe, this.draw);
    return drawViews(this.backend, [height, width, channels], batch);
  }
}
