import * as tf from "@tensorflow/tfjs";
import { type GpuBackend, output } from "../../engine/webgpu/gpu";
import { lanesOf, vectorOf } from "../../engine/wgsl/vectors";

/** The mean and its gradient, one dispatch each: x [images, P, C] to [images, C]. */
export function fusedMean(backend: GpuBackend, x: tf.Tensor3D): tf.Tensor {
  const { shape } = x;
  const pool = tf.customGrad((x) => ({
    value: meanOfPixels(backend, x as tf.Tensor3D),
    gradFunc: (dy: tf.Tensor) => spreadOverPixels(backend, dy, shape),
  }));
  return pool(x);
}

/** One invocation sums one vector of channels of one image. */
function meanOfPixels(backend: GpuBackend, x: tf.Tensor3D): tf.Tensor {
  const [images, pixels, channels] = x.shape;
  const vector = vectorOf(lanesOf(channels));
  const vectors = channels / lanesOf(channels);
  const y = output(backend, [images, channels]);
  backend.dispatch({
    name: "averagePool",
    reads: { x },
    writes: { y },
    elements: { x: vector, y: vector },
    constants: { PIXELS: pixels, VECTORS: vectors },
    grid: { invocations: images * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  let start = (i / VECTORS) * PIXELS * VECTORS + i % VECTORS;
  var sum = ${vector}(0);
  for (var p = 0u; p < PIXELS; p++) { sum += x[start + p * VECTORS]; }
  y[i] = sum / f32(PIXELS);
}`,
  });
  return y;
}

/** dy [images, C] / P at every pixel: [images, P, C]. */
function spreadOverPixels(backend: GpuBackend, dy: tf.Tensor, shape: number[]): tf.Tensor {
  const [images, pixels, channels] = shape as [number, number, number];
  const vector = vectorOf(lanesOf(channels));
  const vectors = channels / lanesOf(channels);
  const dx = output(backend, shape);
  backend.dispatch({
    name: "averagePoolGradient",
    reads: { dy },
    writes: { dx },
    elements: { dy: vector, dx: vector },
    constants: { PIXELS: pixels, VECTORS: vectors },
    grid: { invocations: images * pixels * vectors },
    wgsl: /* wgsl */ `
fn run(i: u32) {
  dx[i] = dy[i / (PIXELS * VECTORS) * VECTORS + i % VECTORS] / f32(PIXELS);
}`,
  });
  return dx;
}
