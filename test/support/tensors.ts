import * as tf from "@tensorflow/tfjs";
import type { Plain } from "./stackedReference";

/** A plain array on the current backend. */
export function toTensor<T extends tf.Tensor>({ values, shape }: Plain): T {
  return tf.tensor(Float32Array.from(values), shape) as T;
}

/** The bits of a tensor's float32 values, to compare two runs exactly. */
export async function bits(tensor: tf.Tensor): Promise<number[]> {
  const values = Float32Array.from(await tensor.data());
  return Array.from(new Int32Array(values.buffer));
}
