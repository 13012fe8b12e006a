import { tQuantile } from "../../record/statistics/tQuantile";
import type { PlotRow } from "../charts/plot/rows";
import type { Measured } from "./measuring";

/** Standard errors on either side of a mean that hold the true one with 95 %, by how many batches the error is known from. */
export function bandOf(batches: number): number {
  return tQuantile(0.975, batches - 1);
}

/** Rows of the upper plot: the estimate, the truth (which may be ahead of the estimate while it is dragged), the ceiling. */
export function estimateRows({ points, batches }: Measured, truth: number): PlotRow[] {
  const band = bandOf(batches);
  return points.map(({ k, estimate, estimateError }) => ({
    k,
    m0: estimate,
    b0: [estimate - band * estimateError, Math.min(Math.log(k), estimate + band * estimateError)],
    m1: truth,
    m2: Math.log(k),
  }));
}

/** Rows of the lower plot: the vanishing factor. */
export function factorRows({ points, batches }: Measured): PlotRow[] {
  const band = bandOf(batches);
  return points.map(({ k, factor, factorError }) => ({
    k,
    m0: factor,
    b0: [Math.max(0, factor - band * factorError), Math.min(1, factor + band * factorError)],
  }));
}

/** Rows of the table: all four lines. */
export function tableRows(measured: Measured): PlotRow[] {
  const factors = factorRows(measured);
  return estimateRows(measured, measured.truth).map((row, i) => ({
    ...row,
    m3: factors[i]?.m0 ?? null,
    b3: factors[i]?.b0 ?? null,
  }));
}
