import type { LayerStatistics, TrainerEvent } from "./events";

/** An event that carries what was measured of the learners at fixed weights. */
export type Measurement = Extract<TrainerEvent, { type: "rows" | "layers" | "signal" }>;

/** The step to which a measurement belongs; rows that are deferred are of one step. */
export function stepOf(measurement: Measurement): number {
  switch (measurement.type) {
    case "rows":
      return measurement.rows.steps[0] as number;
    case "layers":
      return measurement.layers.step;
    case "signal":
      return measurement.signal.step;
  }
}

/** Takes the values of a learner that had stopped out of a measurement of one step. */
export function blank(measurement: Measurement, learner: number): void {
  switch (measurement.type) {
    case "rows":
      for (const column of Object.values(measurement.rows.values)) column[learner] = Number.NaN;
      return;
    case "layers":
      for (const values of layerValues(measurement.layers)) values[learner]?.fill(Number.NaN);
      return;
    case "signal":
      measurement.signal.counts[learner]?.fill(0);
  }
}

/** Everything that was measured of layers, each [learner][layer]. */
function layerValues({ gradientVariance, gradientNoise, varianceQuantiles }: LayerStatistics): Float32Array[][] {
  return [gradientVariance, gradientNoise, ...Object.values(varianceQuantiles)];
}
