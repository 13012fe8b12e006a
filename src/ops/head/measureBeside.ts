import * as tf from "@tensorflow/tfjs";
import type { StepInput, StepMetric } from "../../metrics/types";
import { once } from "../parts/once";
import { planeNumbers } from "../parts/plane";
import { contrasts, normalize } from "./contrasts";
import { anchorPlane } from "./programs/anchors";

/** Metrics of a step out of TensorFlow.js operations: all of them in the reference, those without WGSL beside the fused head. */

/** @returns [L, metrics] */
export function measureAll(metrics: readonly StepMetric[], input: StepInput): tf.Tensor2D {
  return tf.stack(
    metrics.map((metric) => metric.measure(input)),
    1,
  ) as tf.Tensor2D;
}

/**
 * What a metric does not ask for is not worked out.
 *
 * @param z [L, 2B, D]
 * @param temperature [L, 1, 1]
 * @param anchors what the fused head knows of the anchors, [L, ANCHOR_FIELDS, 2B]
 * @returns [L, metrics]
 */
export function measureBeside(
  metrics: readonly StepMetric[],
  z: tf.Tensor3D,
  temperature: tf.Tensor3D,
  anchors: tf.Tensor3D,
): tf.Tensor2D {
  const unit = once(() => normalize(z).unit);
  const ofUnit = once(() => contrasts(unit(), temperature));
  return measureAll(metrics, {
    temperature,
    get unit() {
      return unit();
    },
    get contrasts() {
      return ofUnit();
    },
    get value() {
      return planeNumbers(anchorPlane(anchors, "value")).expandDims(2);
    },
  });
}
