import { parseSchema, type SchemaResult } from "../config/parseSchema";
import { isRecord } from "../config/paths";
import { withRenamed } from "../config/renamed";
import { z } from "../data/zod";
import { METRIC_IDS } from "../metrics";
import { environmentSchema } from "../record/environment";
import { type RunRecord, recordSchema } from "../record/record";
import { newRunId } from "../record/runId";

/** The door of the store of past runs. */

const { config, startedAt, durationMs, stepsDone, summary, paired } = recordSchema.shape;

/** A run that is over, as the run table shows it: everything of its record but the series. What a later version adds is let be. */
const pastRunSchema = z.object({
  id: z.string().min(1),
  presetId: z.string().nullable(),
  note: z.string(),
  config,
  /** Earlier versions asked for less. */
  environment: z.object(environmentSchema.shape).partial(),
  startedAt,
  durationMs,
  stepsDone,
  summary,
  paired,
});
export type PastRun = z.output<typeof pastRunSchema>;

/**
 * A run as a store has it, its settings under their names of today, without the metrics that this version does not know.
 *
 * @param content anything
 * @returns the run, or every reason why this version cannot show it, such as an objective that it does not know
 */
export function readPastRun(content: unknown): SchemaResult<PastRun> {
  return parseSchema<PastRun>(pastRunSchema, isRecord(content) ? ofToday(content) : content);
}

function ofToday(run: Record<string, unknown>): Record<string, unknown> {
  const { summary, paired } = run;
  return {
    ...run,
    config: withRenamed(run.config),
    summary: isRecord(summary)
      ? Object.fromEntries(Object.entries(summary).filter(([metric]) => isMetric(metric)))
      : summary,
    paired: Array.isArray(paired) ? paired.filter((pair) => !isRecord(pair) || isMetric(pair.metric)) : paired,
  };
}

function isMetric(id: unknown): boolean {
  return (METRIC_IDS as readonly unknown[]).includes(id);
}

/** What the run table keeps of a record. */
export function pastRun(record: RunRecord, presetId: string | null, id = newRunId(record.startedAt)): PastRun {
  const { config, environment, startedAt, durationMs, stepsDone, summary, paired } = record;
  return { id, presetId, note: "", config, environment, startedAt, durationMs, stepsDone, summary, paired };
}
