/**
 * A metric of a step on the GPU: body of a function of `learner` and `lane` that returns the measurement. All LANES
 * invocations of a workgroup call it together, so each takes a share of the batch, and `lane_sum` and `lane_max` join the
 * shares. At hand: `anchor_at(learner, i)`, `cosine(learner, i, j)`, `unit_at(learner, i, vector)` and the sizes of
 * the learner's own batch (see `shapeSource` in ops/head/programs/shape.ts).
 */
export type MetricWgsl = string;
