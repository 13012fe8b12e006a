import { DataShelf } from "../../../src/data/shelf";
import type { DatasetFiles } from "../../../src/data/types";
import type { LabContext, LabRow, Measurement } from "../../../src/labs/types";
import { ENVIRONMENT } from "../../session/fakeService";

/** What a measurement told. */
export interface Told<Row> {
  rows: Row[];
  progress: [done: number, total: number][];
}

/**
 * Runs a measurement on the current backend and gathers what it tells.
 *
 * @param resumeFrom rows of an earlier run
 * @param stopAfter rows after which it is canceled
 * @param files of the user's own
 */
export async function measured<Config, Row extends LabRow>(
  measure: Measurement<Config, Row>,
  config: Config,
  resumeFrom: readonly Row[] = [],
  stopAfter = Number.POSITIVE_INFINITY,
  files: DatasetFiles | null = null,
): Promise<Told<Row>> {
  const told: Told<Row> = { rows: [], progress: [] };
  const controller = new AbortController();
  const shelf = new DataShelf();
  const context: LabContext<Row> = {
    signal: controller.signal,
    environment: ENVIRONMENT,
    load: (options, seed) => shelf.load(options, seed, files, { signal: controller.signal }),
    resumeFrom,
    emit: (rows) => {
      told.rows.push(...rows);
      if (told.rows.length >= stopAfter) controller.abort();
    },
    progress: (done, total) => told.progress.push([done, total]),
    checkpoint: async () => controller.signal.throwIfAborted(),
  };
  await measure(config, context).catch((error: unknown) => {
    if (!controller.signal.aborted) throw error;
  });
  return told;
}
