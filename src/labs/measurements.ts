import type { LabConfig, LabId, LabRowOf } from "./index";
import { LABS } from "./index";
import type { LabContext, LabRow, Measurement } from "./types";

type Measurements = { [I in LabId]: () => Promise<Measurement<LabConfig<I>, LabRowOf<I>>> };

/** Each measurement is loaded when it is first asked for. */
const MEASUREMENTS: Measurements = {
  sweep: async () => (await import("./sweep/measure")).measureSweep,
  bound: async () => (await import("./bound/measure")).measureBound,
  precision: async () => (await import("./precision/measure")).measurePrecision,
};

/**
 * Runs a lab's measurement on the current backend.
 *
 * @param config as the lab's schema gives it
 * @throws ZodError for any other config; the signal's reason when it is cancelled
 */
export async function measureLab(id: LabId, config: unknown, context: LabContext<LabRow>): Promise<void> {
  const measure = (await MEASUREMENTS[id]()) as Measurement<unknown, LabRow>;
  await measure(LABS[id].schema.parse(config), context);
}
