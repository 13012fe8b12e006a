import type { PlotRow } from "../charts/plot/rows";
import type { Measured } from "./measuring";

/** Standard errors on either side of a mean that hold 95 % of such means. */
export const BAND = 1.96;

/** Rows of the upper plot: the estimate, the truth (which may be ahead of the estimate while it is dragged), the ceiling. */
export function estimateRows({ points }: Measured, truth: number): PlotRow[] {
  return points.map(({ k, estimate, estimateError }) => ({
    k,
    m0: estimate,
    b0: [estimate - BAND * estimateError, Math.min(Math.log(k), estimate + BAND * estimateError)],
    m1: truth,
    m2: Math.log(k),
  }));
}

/** Rows of the lower plot: the vanishing factor. */
export function factorRows({ points }: Measured): PlotRow[] {
  return points.map(({ k, factor, factorError }) => ({
    k,
    m0: factor,
    b0: [Math.max(0, factor - BAND * factorError), Math.min(1, factor + BAND * factorError)],
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
