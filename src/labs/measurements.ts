import { problem, saidOf } from "../i18n/errors";
import { texts } from "./errors";
import { LABS, type LabId } from "./index";
import type { LabContext, LabRow, Measurement, SpeedTest, TimingConditions } from "./types";

/** What stands in a lab's folder in `measure.ts`, under the names that all have. */
interface LabModule {
  measure: Measurement<unknown, LabRow>;
  timeSpeed?: SpeedTest<unknown>;
}

/** Loaded when it is first asked for. */
async function load(id: string): Promise<LabModule> {
  try {
    return await import(`./${id}/measure.ts`);
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
  const { measure } = await load(id);
  await measure(LABS[id].schema.parse(config), context);
}

/**
 * How fast the current backend trains what a lab would train first; null where that is not timed.
 *
 * @throws as `measureLab`
 */
export async function timeLab(id: LabId, config: unknown, conditions: TimingConditions): Promise<number | null> {
  const { timeSpeed } = await load(id);
  return (await timeSpeed?.(LABS[id].schema.parse(config), conditions)) ?? null;
}
