import * as tf from "@tensorflow/tfjs";
import { PlaygroundError } from "../../i18n/errors";
import { say, textsOf } from "../../i18n/message";
import type { HeadArm } from "../../ops/head/types";
import { texts } from "../errors";

/** The labels of a training split. */
export interface TrainingLabels {
  /** Class of each sample. */
  values: Uint8Array;
  /** C; classes are 0 ... C - 1. */
  classes: number;
}

/** The labels of the training split on the backend, where a recorded step finds those of the batch that it draws. */
export class BatchLabels {
  readonly classes: number;
  /** Int32 [n]. */
  readonly values: tf.Tensor1D;

  constructor({ values, classes }: TrainingLabels) {
    this.classes = classes;
    this.values = tf.tensor1d(Int32Array.from(values), "int32");
  }

  dispose(): void {
    this.values.dispose();
  }
}

/** Whether an arm is trained with labels. */
export function seesLabels({ objective }: HeadArm): boolean {
  return objective.kind === "labels";
}

/**
 * The labels, where an arm sees them; null where none does.
 * @throws PlaygroundError where an arm sees labels and there are none
 */
export function labelsFor(
  arms: readonly HeadArm[],
  { labels, hasBank }: { labels: TrainingLabels | null; hasBank?: boolean },
): BatchLabels | null {
  const seeing = arms.find(seesLabels);
  if (!seeing) return null;
  if (labels) return new BatchLabels(labels);
  const said = hasBank ? texts.labelsMeasure : texts.noLabels;
  throw new PlaygroundError(say(said, { objective: textsOf("objectives", seeing.objective).label }));
}
