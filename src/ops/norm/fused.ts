import type * as tf from "@tensorflow/tfjs";
import { type GpuBackend, gradientOutput, output } from "../../engine/webgpu/gpu";
import { forwardProgram } from "./forwardProgram";
import { inputGradientProgram, partialSumsProgram, sumsProgram } from "./gradientPrograms";
import { partialMomentsProgram, statisticsProgram } from "./statisticsPrograms";
import type { Normalization } from "./types";
import { partsForSums } from "./wgslParts";

/** Normalization in WGSL: two dispatches for the statistics, one to apply them, three for all gradients. */
export function fusedNormalization(backend: GpuBackend): Normalization {
  return {
    statistics: (x, shape) => {
      const parts = partsForSums(shape, backend.wantedInvocations);
      const { learners, samples, rows, channels } = shape;
      const partial = output(backend, [learners * samples * parts.count, 2, channels]);
      const statistics = output<tf.Rank.R4>(backend, [learners, rows, 2, channels]);
      backend.dispatch(partialMomentsProgram({ x, partial }, shape, parts));
      backend.dispatch(statisticsProgram({ partial, statistics }, shape, parts));
      partial.dispose();
      return statistics;
    },

    forward: (inputs, shape, activation) => {
      const y = output<tf.Rank.R4>(backend, inputs.x.shape);
      backend.dispatch(forwardProgram(inputs, y, shape, activation));
      return y;
    },

    gradients: (dy, y, { x, scale, offset, residual, statistics }, shape, activation) => {
      const parts = partsForSums(shape, backend.wantedInvocations);
      const { learners, samples, channels } = shape;
      const upstream = { dy, y, x, statistics };
      const partial = output(backend, [learners * samples * parts.count, 2, channels]);
      const means = output(backend, statistics.shape);
      const [dscale, doffset] = [gradientOutput(backend, scale), gradientOutput(backend, offset)];
      const dx = output(backend, x.shape);
      // Without an activation the residual's gradient is dy itself.
      const dresidual = residual && activation === "relu" ? output(backend, x.shape) : null;
      backend.dispatch(partialSumsProgram(upstream, partial, shape, { parts, activation }));
      backend.dispatch(sumsProgram({ partial, scale }, { means, dscale, doffset }, shape, parts));
      backend.dispatch(inputGradientProgram({ ...upstream, means, scale }, { dx, dresidual }, shape, activation));
      for (const done of [partial, means]) done.dispose();
      return [dx, dscale, doffset, ...(residual ? [dresidual ?? dy.clone()] : [])];
    },
  };
}
