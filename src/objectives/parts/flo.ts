import type { Tensor } from "@tensorflow/tfjs";
import type { Contrasts, LogitGradient } from "../types";
import { dualRows } from "./dual";

/**
 * One row of FLO, u_i + e^{v_i - u_i} / M - 1: the dual family with u_i + log M, where u is a variable of its own.
 *
 * @param u [..., N, 1]
 * @returns besides, the derivative with respect to u, [..., N, 1]
 */
export function floRows(contrasts: Contrasts, u: Tensor): LogitGradient & { ofU: Tensor } {
  const rows = dualRows(contrasts, u.add(Math.log(contrasts.count)));
  const ofU = rows.positive.add(1);
  return { value: u.sub(ofU), ...rows, ofU };
}
