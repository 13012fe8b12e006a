import * as tf from "@tensorflow/tfjs";
import type { WasmLane } from "../../../src/engine/wasm/lane";
import { packedToLane } from "../../../src/ops/augment/resident";
import { drawTable, type WasmDraw, wasmViews } from "../../../src/ops/augment/wasm";
import { DrawnScene, type Scene } from "./drawnScene";

/** The same views by the reference and by the WebAssembly kernels. */
export class WasmViewsOfBothKinds extends DrawnScene<WasmLane> {
  readonly draw: WasmDraw;

  /** @param own samples of each slice's own batch; all that there are unless given */
  constructor(lane: WasmLane, what: Partial<Scene> = {}, own?: readonly number[]) {
    super(lane, packedToLane, what);
    const { block, batchSize, purposes, seeds } = this;
    const slices = seeds.flatMap((seed, s) => [seed | 0, own?.[s] ?? batchSize]);
    this.draw = { slices: tf.tensor2d(slices, [seeds.length, 2], "int32"), block, batchSize, ...purposes };
  }

  /** At the step that was set. */
  views(resident = this.resident): tf.Tensor {
    return wasmViews(this.backend, resident, { recipe: this.recipe }, this.draw);
  }

  /** The columns of each view. */
  table(): tf.Tensor {
    return drawTable(this.backend, this.shape, { recipe: this.recipe }, this.draw).table;
  }
}
