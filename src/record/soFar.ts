import { z } from "../data/zod";
import { changeSchema } from "./changes";
import type { RunColumns } from "./columns";
import { environmentSchema } from "./environment";
import type { LayerSeries } from "./layers";

/** What a run that is under way has behind it, for whoever goes on from there: a record without what is worked out of it. */

export const runFactsSchema = z.object({
  /** As in the list of runs. */
  id: z.string().min(1),
  presetId: z.string().nullable(),
  startedAt: z.iso.datetime(),
  /** Spent training, in milliseconds. */
  durationMs: z.number().min(0),
  environment: environmentSchema,
  /** Up to there; the config is the one that the run began with. */
  changes: z.array(changeSchema).default([]),
});
export type RunFacts = z.output<typeof runFactsSchema>;

export interface RunSoFar extends RunFacts {
  columns: RunColumns;
  layers: LayerSeries;
}
