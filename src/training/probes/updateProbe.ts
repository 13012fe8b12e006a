import type * as tf from "@tensorflow/tfjs";
import { readAndDispose } from "../../engine/readAndDispose";
import { type MetricIdFrom, metricsFrom } from "../../metrics";
import type { UpdateSums } from "../../metrics/types";
import type { ParameterSpec } from "../../models/types";
import { isOfEncoder, ofEncoder } from "../../ops/parameters/parameters";
import { createUpdateMeter, type UpdateMeter } from "../../ops/updateSize";
import type { Cohort } from "../cohort";
import type { TrainingStep } from "../trainingStep";
import { Reduction } from "./reduction";

/** What an update did to each learner, [L]. */
export type UpdateResult = Record<MetricIdFrom<"update">, Float32Array>;

/** Measures single updates of the encoders; the others go on as they would without it. */
export class UpdateProbe {
  private readonly cohort: Cohort;
  private readonly training: TrainingStep;
  private readonly meter: UpdateMeter;
  private readonly reduction: Reduction<UpdateSums>;

  constructor(cohort: Cohort, training: TrainingStep) {
    this.cohort = cohort;
    this.training = training;
    this.meter = createUpdateMeter(cohort.parameters);
    this.reduction = new Reduction(metricsFrom("update"), cohort.learners, () => cohort.config);
  }

  /** Queues one update as `TrainingStep.update` does, and what measures it. @returns sums for `read` */
  update(step: number): tf.Tensor3D {
    this.meter.before();
    this.training.update(step, (gradients) => this.meter.see(gradients));
    return this.meter.after(this.cohort.config.optimizer.epsilon);
  }

  /** Reads what an update left, and disposes it. */
  async read(sums: tf.Tensor3D): Promise<UpdateResult> {
    const { learners, parameters } = this.cohort;
    const values = ofEncoder(await readAndDispose(sums), parameters);
    const weights = parameters.tensors.filter((_, p) => isOfEncoder(parameters.specs[p] as ParameterSpec));
    const count = weights.reduce((total, { size }) => total + size / learners, 0);
    const columns = this.reduction.columns((learner) => {
      const total = (column: number) => sumOver(values, 4 * learner + column, 4 * learners);
      return { squaredChange: total(0), squaredNorm: total(1), silent: total(2), count };
    });
    return columns as UpdateResult;
  }

  dispose(): void {
    this.meter.dispose();
  }
}

/** Every `stride`-th value from `first` on, together. */
function sumOver(values: ArrayLike<number>, first: number, stride: number): number {
  let sum = 0;
  for (let i = first; i < values.length; i += stride) sum += values[i] as number;
  return sum;
}
