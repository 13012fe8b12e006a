import type { Tensor } from "@tensorflow/tfjs";

/** Coefficients of atanh(t)/t in t^2, highest first. */
const ATANH_SERIES = [1 / 11, 1 / 9, 1 / 7, 1 / 5, 1 / 3, 1];

/**
 * log(1 + e^v), accurate to float32 relative to its value however small it is, on every backend. `tf.log1p` is
 * log(1 + x) on WebGPU and loses everything below x = 6e-8, and WGSL's log is only accurate absolutely near 1.
 *
 * log(1 + x) = 2 atanh(x / (2 + x)); for 0 < x <= 1 the argument is at most 1/3, where six terms of the series leave
 * a relative error of 1.5e-7. Larger e^v are folded back by log(1 + e^v) = v + log(1 + e^-v).
 */
export function softplus(v: Tensor): Tensor {
  const x = v.abs().neg().exp();
  return v.relu().add(log1pOfUnit(x));
}

/** log(1 + x) for x in [0, 1]. */
function log1pOfUnit(x: Tensor): Tensor {
  const t = x.div(x.add(2));
  const squared = t.square();
  const [first = 0, second = 0, ...rest] = ATANH_SERIES;
  const series = rest.reduce((sum: Tensor, c) => sum.mul(squared).add(c), squared.mul(first).add(second));
  return t.mul(series).mul(2);
}

/** `softplus` as WGSL. */
export const SOFTPLUS_WGSL = /* wgsl */ `
fn softplus(v: f32) -> f32 {
  let x = exp(-abs(v));
  let t = x / (x + 2.0);
  let squared = t * t;
  let series = ${ATANH_SERIES.slice(1).reduce((sum, c) => `(${sum} * squared + ${c})`, `${ATANH_SERIES[0]}`)};
  return max(v, 0.0) + 2.0 * t * series;
}`;
