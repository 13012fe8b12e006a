import type { Tensor } from "@tensorflow/tfjs";
import type { Contrasts, LogitGradient } from "../types";
import type { SoftmaxWgsl } from "../wgsl";

/**
 * One gradient rule for the whole family. With v = log xi and any u that is held fixed,
 *
 *     L_i = u_i + exp(v_i - u_i) - 1
 *
 * has its smallest value over u at u = v, and its gradient spreads e^{v-u} over the negatives by their softmax
 * weights and takes the same amount from the positive. u = v is FlatNCE, u = log(1 + xi) is InfoNCE
 * (FlatNCE, arXiv 2107.01152, section 3; FLO, arXiv 2107.01131).
 *
 * @param u [..., N, 1]
 * @returns gradient with respect to the logits: positive [..., N, 1], negatives [..., N, N]
 */
export function dualRows({ logXi: v, weights }: Contrasts, u: Tensor): Pick<LogitGradient, "positive" | "negatives"> {
  const scale = v.sub(u).exp();
  return { negatives: weights.mul(scale), positive: scale.neg() };
}

/**
 * `dualRows` as WGSL.
 * @param u expression of `v`
 * @param value expression of `v`, `u` and `scale` = e^{v-u}
 */
export function dualWgsl(u: string, value: string): SoftmaxWgsl {
  return {
    form: "softmax",
    over: "negatives",
    // WGSL's exp may be off by some units in the last place even at 0, where FlatNCE has to have exactly 1.
    row: /* wgsl */ `
      let u = ${u};
      let scale = select(exp(v - u), 1.0, v == u);
      return LogitGradient(${value}, -scale, scale);`,
  };
}
