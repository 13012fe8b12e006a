import type { ExperimentConfig } from "../../../src/config/schema";
import { normalizeRows } from "../../../src/metrics/math/pca";
import type { StepTrace } from "../../../src/record/events";
import { traceArm } from "../../../src/record/trace/armTrace";
import { planeOf } from "../../../src/record/trace/plane";
import { normal } from "./draws";

const SAMPLES = 8;
/** How far an update takes a view, and how far twins are from each other. */
const MOVE = 0.05;
const TWINS = 0.25;

/** What an update does to a few samples of a batch, from embeddings that are drawn for it. */
export function traceOf(config: ExperimentConfig, step: number): StepTrace {
  const size = config.encoder.projection === 2 ? 2 : 4;
  const pairs = config.batchSize;
  const before = normalizeRows(
    Float32Array.from({ length: 2 * pairs * size }, (_, i) => {
      const [view, axis] = [Math.floor(i / size), i % size];
      return normal("views", view % pairs, axis, step) + TWINS * normal("offset", view, axis, step);
    }),
    size,
  );
  const after = (arm: number) =>
    normalizeRows(
      before.map((value, i) => value + MOVE * normal("views", 1000 + arm, i, step)),
      size,
    );
  return {
    step,
    seed: config.seed,
    samples: SAMPLES,
    batchSize: pairs,
    arms: config.arms.map((settings, arm) =>
      traceArm({
        arm,
        settings,
        temperature: settings.temperature ?? config.temperature,
        before,
        after: after(arm),
        size,
        samples: SAMPLES,
        plane: planeOf(before, size, null),
        hasQueue: config.queue.size > 0,
      }),
    ),
  };
}
