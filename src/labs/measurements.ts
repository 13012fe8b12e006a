import { problem, saidOf } from "../i18n/errors";
import { texts } from "./errors";
import { LABS, type LabId } from "./index";
import type { LabContext, LabRow, Measurement } from "./types";

/** A lab's measurement, which stands in its folder under the name that all have; loaded when it is first asked for. */
async function load(id: string): Promise<Measurement<unknown, LabRow>> {
  try {
    const { measure } = await import(`./${id}/measure.ts`);
    return measure;
  } catch (error) {
    throw problem(texts.notLoaded, { reason: saidOf(error) }, { cause: error });
  }
}

/**
 * Runs a lab's measurement on the current backend.
 *
 * @param config as the lab's schema gives it
 * @throws PlaygroundError when its file cannot be loaded; ZodError for any other config; the signal's reason when it is canceled
 */
export async function measureLab(id: LabId, config: unknown, context: LabContext<LabRow>): Promise<void> {
  const measure = await load(id);
  await measure(LABS[id].schema.parse(config), context);
}
