import * as tf from "@tensorflow/tfjs";
import { expect } from "vitest";
import { expectAllclose } from "./allclose";
import type { Plain } from "./stackedReference";
import { bits, toTensor } from "./tensors";

/** Layers with weights, held to float64 in value and gradients. */

export type Layer = (x: tf.Tensor, w: tf.Tensor3D, b: tf.Tensor3D, inputIsData: boolean) => tf.Tensor;

export interface PlainLayer {
  x: Plain;
  w: Plain;
  b: Plain;
  dy: Plain;
}

const TOLERANCE = { rtol: 1e-5, atol: 2e-5 };

/** Expects value and gradients, and that the gradients of data are the same without the one of the input. */
export async function expectLayer(
  layer: Layer,
  inputs: PlainLayer,
  expected: Record<"y" | "dx" | "dw" | "db", Plain>,
): Promise<void> {
  const { x, w, b } = inputs;
  const y = layer(toTensor(x), toTensor(w), toTensor(b), false);
  expect(y.shape).toEqual(expected.y.shape);
  await expectAllclose(y, expected.y.values, TOLERANCE);
  const [dw, db, dx] = differentiate(layer, inputs, false) as [tf.Tensor, tf.Tensor, tf.Tensor];
  await expectAllclose(dw, expected.dw.values, TOLERANCE);
  await expectAllclose(db, expected.db.values, TOLERANCE);
  await expectAllclose(dx, expected.dx.values, TOLERANCE);
  const [dwOfData, dbOfData] = differentiate(layer, inputs, true) as [tf.Tensor, tf.Tensor];
  expect(await bits(dwOfData)).toEqual(await bits(dw));
  expect(await bits(dbOfData)).toEqual(await bits(db));
}

/** Gradients of a layer for dy with respect to w, b and, unless the input is data, x. */
export function differentiate(layer: Layer, { x, w, b, dy }: PlainLayer, inputIsData: boolean): tf.Tensor[] {
  const [tx, tw, tb] = [toTensor(x), toTensor(w), toTensor(b)];
  const apply = (...[w, b, x]: tf.Tensor[]) => layer(x ?? tx, w as tf.Tensor3D, b as tf.Tensor3D, inputIsData);
  return tf.grads(apply)(inputIsData ? [tw, tb] : [tw, tb, tx], toTensor(dy));
}

/** x [L, ...] summed over the arms to [slices, ...]. */
export function plainSumOverArms(x: Plain, slices: number): Plain {
  const size = (x.values.length / x.shape[0]!) * slices;
  const values = new Float64Array(size);
  x.values.forEach((value, i) => {
    values[i % size]! += value;
  });
  return { shape: [slices, ...x.shape.slice(1)], values };
}
