import * as tf from "@tensorflow/tfjs";
import { copyOf } from "../../engine/stateTensor";
import type { UpdateMeter } from "./types";

/** Plain TensorFlow.js operations, any backend. */
export class ReferenceMeter implements UpdateMeter {
  private readonly parameters: tf.Tensor[];
  private earlier: tf.Tensor[] = [];
  private gradients: tf.Tensor[] = [];

  constructor(parameters: tf.Tensor[]) {
    this.parameters = parameters;
  }

  before(): void {
    this.dispose();
    this.earlier = this.parameters.map((parameter) => tf.keep(copyOf(parameter)));
  }

  see(gradients: tf.Tensor[]): void {
    this.gradients = gradients.map((gradient) => tf.keep(copyOf(gradient)));
  }

  after(epsilon: number): tf.Tensor3D {
    const sums = tf.tidy(() => tf.stack(this.parameters.map((after, p) => this.sumsOf(after, p, epsilon))));
    this.dispose();
    return sums as tf.Tensor3D;
  }

  dispose(): void {
    tf.dispose([this.earlier, this.gradients]);
    this.earlier = [];
    this.gradients = [];
  }

  /** [L, 4] */
  private sumsOf(after: tf.Tensor, p: number, epsilon: number): tf.Tensor {
    const [before, gradient] = [this.earlier[p], this.gradients[p]];
    if (!before || !gradient) throw new Error("The update was not seen from its beginning.");
    const learners = after.shape[0] as number;
    const total = (x: tf.Tensor) => tf.sum(x.reshape([learners, -1]), 1);
    const silent = tf.cast(tf.less(tf.abs(gradient), epsilon), "float32");
    const columns = [tf.square(tf.sub(after, before)), tf.square(before), silent].map(total);
    return tf.stack([...columns, tf.zeros([learners])], 1);
  }
}
