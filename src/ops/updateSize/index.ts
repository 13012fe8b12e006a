import * as tf from "@tensorflow/tfjs";
import { copyFlat } from "../../engine/webgpu/copy";
import { type GpuBackend, gpu } from "../../engine/webgpu/gpu";
import type { FlatParameters } from "../parameters/flatParameters";
import type { Parameters } from "../parameters/parameters";
import { updateSums } from "./fused";

/** Measures one update of all parameters from outside, so that an update that nobody measures costs nothing more. */
export interface UpdateMeter {
  /** Before the update: keeps the weights as they are. */
  before(): void;
  /**
   * Within the update: its gradients, one [L, ...] tensor per parameter. A replayed update need not call it: its gradients
   * lie in their places.
   */
  see(gradients: tf.Tensor[]): void;
  /**
   * After the update, of each parameter tensor, [P, L, 4]: |delta theta|^2, |theta|^2 before it, number of gradients
   * smaller in magnitude than epsilon, 0. The caller disposes it.
   */
  after(epsilon: number): tf.Tensor3D;
  dispose(): void;
}

export function createUpdateMeter({ tensors, flat }: Parameters): UpdateMeter {
  const backend = gpu();
  return backend && flat ? new FusedMeter(backend, flat) : new ComposedMeter(tensors);
}

class FusedMeter implements UpdateMeter {
  private readonly backend: GpuBackend;
  private readonly flat: FlatParameters;
  private readonly earlier;
  private readonly wholes;

  constructor(backend: GpuBackend, flat: FlatParameters) {
    this.backend = backend;
    this.flat = flat;
    this.earlier = flat.allocateLike();
    this.wholes = flat.makeChunks();
  }

  before(): void {
    copyFlat(this.backend, this.flat.values, this.earlier);
  }

  see(gradients: tf.Tensor[]): void {
    this.flat.assertInPlace(gradients);
  }

  after(epsilon: number): tf.Tensor3D {
    const { values, gradients, layout } = this.flat;
    const flat = { before: this.earlier, after: values, gradients };
    return updateSums(this.backend, flat, { wholes: this.wholes, learners: layout.learners }, epsilon);
  }

  dispose(): void {
    for (const tensor of [this.earlier, this.wholes.tensor]) this.flat.free(tensor);
  }
}

/** Plain TensorFlow.js operations, any backend. */
class ComposedMeter implements UpdateMeter {
  private readonly parameters: tf.Tensor[];
  private earlier: tf.Tensor[] = [];
  private gradients: tf.Tensor[] = [];

  constructor(parameters: tf.Tensor[]) {
    this.parameters = parameters;
  }

  before(): void {
    this.dispose();
    this.earlier = this.parameters.map((parameter) => tf.keep(parameter.clone()));
  }

  see(gradients: tf.Tensor[]): void {
    this.gradients = gradients.map((gradient) => tf.keep(gradient.clone()));
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
