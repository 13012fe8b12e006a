import type { Tensor } from "@tensorflow/tfjs";
import type { LogitGradient, Pairing, Temperature } from "../../src/objectives/contrasts";
import { cosineGradient, logitsGradient, type Normalized } from "../../src/ops/head/contrasts";
import { expectAllclose, flatten, type Numbers } from "./allclose";

/** Expects every element of a gradient to be off by at most `tolerance` times the gradient's largest. */
export async function expectGradient(
  actual: Tensor | Numbers,
  expected: Tensor | Numbers,
  tolerance = 1e-5,
): Promise<void> {
  const want = await flatten(expected);
  const largest = Math.max(...want.map(Math.abs));
  await expectAllclose(actual, want, { rtol: 0, atol: tolerance * largest });
}

/** Gradient with respect to z [..., N, D] of the mean over the anchors. */
export function embeddingGradient(
  normalized: Normalized,
  temperature: Temperature,
  gradient: LogitGradient,
  pairing: Pairing = "allViews",
): Tensor {
  return cosineGradient(normalized, logitsGradient(gradient, pairing).div(temperature));
}
