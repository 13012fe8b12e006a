import type * as tf from "@tensorflow/tfjs";
import { type WasmLane, wasmGradientOutput, wasmOutput } from "../../engine/wasm/lane";
import { tableOf } from "../../engine/wasm/tables";
import { EPSILON, type Normalization, type NormShape } from "./types";

/** Normalization in WebAssembly (wasm.as.ts): a kernel for the statistics, one to apply them, two for all gradients. */
export function wasmNormalization(lane: WasmLane): Normalization {
  return {
    statistics: (x, shape) => {
      const { learners, samples, rows, channels, sets } = shape;
      const statistics = wasmOutput<tf.Rank.R4>(lane, [learners, rows, 2, channels]);
      const partial = lane.scratch(samples * 2 * channels);
      const numbers = [...sizesOf(shape), sets.channels];
      lane.run("normStatistics", { reads: [x, ownOf(lane, shape)], writes: [statistics, partial], numbers });
      partial.dispose();
      return statistics;
    },

    forward: ({ x, scale, offset, residual, statistics }, shape, activation) => {
      const y = wasmOutput<tf.Rank.R4>(lane, x.shape);
      const inverse = lane.scratch(shape.channels);
      lane.run("normForward", {
        reads: [x, scale, offset, residual, statistics],
        writes: [y, inverse],
        numbers: [...sizesOf(shape), EPSILON, Number(activation === "relu")],
      });
      inverse.dispose();
      return y;
    },

    gradients: (dy, y, { x, scale, offset, residual, statistics }, shape, activation) => {
      const upstream = [x, dy, activation === "relu" ? y : null, scale, statistics];
      const [dscale, doffset] = [wasmGradientOutput(lane, scale), wasmGradientOutput(lane, offset)];
      const means = wasmOutput(lane, statistics.shape);
      const dx = wasmOutput(lane, x.shape);
      // Without an activation the residual's gradient is dy itself.
      const dresidual = residual && activation === "relu" ? wasmOutput(lane, x.shape) : null;
      const [partial, inverse] = [lane.scratch(shape.samples * 2 * shape.channels), lane.scratch(shape.channels)];
      const own = ownOf(lane, shape);
      lane.run("normSums", {
        reads: [...upstream, own],
        writes: [dscale, doffset, means, partial, inverse],
        numbers: [...sizesOf(shape), shape.sets.channels, EPSILON],
      });
      lane.run("normInputGradient", {
        reads: [...upstream, own, means],
        writes: [dx, dresidual, inverse],
        numbers: [...sizesOf(shape), EPSILON],
      });
      for (const done of [means, partial, inverse]) done.dispose();
      return [dx, dscale, doffset, ...(residual ? [dresidual ?? dy.clone()] : [])];
    },
  };
}

/** Samples of each learner's sets that count; null where all do. */
function ownOf(lane: WasmLane, { sets }: NormShape): tf.TensorInfo | null {
  return sets.own ? tableOf(lane, sets.own) : null;
}

function sizesOf({ learners, samples, pixels, channels, sets }: NormShape): number[] {
  return [learners, samples, pixels, channels, sets.samples];
}
