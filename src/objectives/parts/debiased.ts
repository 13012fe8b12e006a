import type { Tensor } from "@tensorflow/tfjs";
import { f32 } from "../../engine/wgsl/numbers";
import type { Temperature } from "../contrasts";
import type { Contrasts, LogitGradient, ObjectiveOption } from "../types";
import type { SoftmaxWgsl } from "../wgsl";
import { dualRows, dualWgsl } from "./dual";
import { softplus } from "./softplus";

/** The share of a batch that is taken to be of the anchor's own class. */
export const classPrior: ObjectiveOption = {
  label: "class prior",
  summary:
    "Assumed share of negatives that are of the anchor's own class, taken off. 0 takes every negative at its word.",
  default: 0.1,
  minimum: 0,
  maximum: 0.9,
};

/**
 * log(1 + r) with r the negatives relative to the positive, less the share t of them that are positives in disguise, but no
 * less than negatives as distant as can be:
 *
 *     r = max{ (xi - t M) / (1 - t), M e^{-1/temperature - s_ip} }
 *
 * All of it on logarithms, so that nothing overflows.
 *
 * @param t class prior
 */
export function debiasedRows(contrasts: Contrasts, t: number): LogitGradient {
  const { logXi, count } = contrasts;
  // r is xi itself, and never below its least value.
  if (t === 0) return logisticRows(contrasts, logXi, logXi);
  const falseShare = logXi
    .neg()
    .add(Math.log(t * count))
    .exp();
  const spread = logXi.sub(Math.log(1 - t));
  const debiased = falseShare.neg().add(1).relu().log().add(spread);
  const least = logLeast(contrasts);
  const isFloor = falseShare.greaterEqual(1).logicalOr(debiased.less(least));
  const rows = logisticRows(contrasts, least.where(isFloor, debiased), least.where(isFloor, spread));
  return { ...rows, negatives: rows.negatives.mul(isFloor.logicalNot().toFloat()) };
}

/**
 * log(1 + r), whose derivative with respect to log r is r / (1 + r).
 * @param logSlope log(r dlog r / dlog xi): above log r by as much as log r is steeper than log xi
 */
function logisticRows(contrasts: Contrasts, logR: Tensor, logSlope: Tensor): LogitGradient {
  const u = softplus(logR);
  return { value: u, ...dualRows({ ...contrasts, logXi: logSlope }, u) };
}

/** log(M e^{-1/temperature - s_ip}): all negatives opposite to the anchor. */
function logLeast({ positive, count, temperature }: Contrasts): Tensor {
  return positive.add(inverse(temperature, positive)).neg().add(Math.log(count));
}

/** 1 / temperature; a tensor of its shape, or of that of `like` for a number. */
function inverse(temperature: Temperature, like: Tensor): Tensor {
  return typeof temperature === "number" ? like.onesLike().div(temperature) : temperature.reciprocal();
}

/** `debiasedRows` as WGSL. */
export function debiasedWgsl(t: number): SoftmaxWgsl {
  if (t === 0) return dualWgsl("softplus(v)", "u");
  return {
    form: "softmax",
    over: "negatives",
    row: /* wgsl */ `
      let log_false_share = log(${f32(t)} * count) - v;
      let spread = v - ${f32(Math.log(1 - t))};
      let debiased = log(max(1.0 - exp(min(log_false_share, 0.0)), 1e-30)) + spread;
      let least = log(count) - positive - 1.0 / tau;
      let is_floor = log_false_share >= 0.0 || debiased < least;
      let u = softplus(select(debiased, least, is_floor));
      let scale = exp(select(spread, least, is_floor) - u);
      return LogitGradient(u, -scale, select(scale, 0.0, is_floor));`,
  };
}
