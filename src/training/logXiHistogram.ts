import { batchSizes } from "../config/batchSizes";
import type { ExperimentConfig } from "../config/schema";
import type { LogXiHistogram } from "../record/events";

/** The window that the anchor-weight panel shows: from hopeless (xi large) to beyond float32 (xi below 1e-10). */
const FROM = -24;
const TO = 8;
const BINS = 64;

/**
 * Counts the anchors of one step by log xi, all seeds of an arm together. Values outside the window count in its
 * outermost bins; those of stopped learners (not finite) are left out.
 *
 * @param logXi [L, 2B], learners arm-major; rows of a half beyond an arm's own batch are nobody's
 */
export function logXiHistogram(logXi: Float32Array, config: ExperimentConfig, step: number): LogXiHistogram {
  const sizes = batchSizes(config);
  const width = (TO - FROM) / BINS;
  const perArm = logXi.length / sizes.length;
  const half = Math.max(...sizes);
  const counts = sizes.map((size, arm) => {
    const bins = new Uint32Array(BINS);
    for (const [i, value] of logXi.subarray(arm * perArm, (arm + 1) * perArm).entries()) {
      if (i % half >= size || !Number.isFinite(value)) continue;
      const bin = Math.min(BINS - 1, Math.max(0, Math.floor((value - FROM) / width)));
      bins[bin] = (bins[bin] as number) + 1;
    }
    return bins;
  });
  return { step, from: FROM, width, counts };
}
