import { parseSchema, type SchemaResult } from "../../config/parseSchema";
import { isRecord } from "../../config/paths";
import { withRenamed } from "../../config/renamed";
import { z } from "../../data/zod";
import { METRIC_IDS } from "../../metrics";
import { changeSchema } from "../../record/changes";
import { environmentSchema } from "../../record/environment";
import { type RunRecord, recordSchema } from "../../record/record";
import { newRunId } from "../../record/runId";

/** The door of the store of runs. */

const { config, dataReport, startedAt, durationMs, stepsDone, stoppedEarly, summary, paired } = recordSchema.shape;

const line = z.array(z.number().nullable());
const curves = z.object({
  metric: z.enum(METRIC_IDS),
  steps: z.array(z.number()),
  arms: z.array(z.object({ mean: line, low: line, high: line })),
});

/** How a run came to its end: at its last step, because somebody wanted so, or because the page or the device was gone. */
const ENDINGS = ["finished", "stopped", "interrupted"] as const;
export type Ending = (typeof ENDINGS)[number];

/**
 * A run as the run table shows it: everything of its record but the series, which lie beside it. Version 1 of the store had neither
 * names nor series. What a later version adds is let be.
 */
const pastRunSchema = z.object({
  id: z.string().min(1),
  presetId: z.string().nullable(),
  note: z.string(),
  name: z.string().default(""),
  tags: z.array(z.string().min(1)).default([]),
  starred: z.boolean().default(false),
  /** Stands before all others, however they are sorted. */
  pinned: z.boolean().default(false),
  /** As it began. */
  config,
  changes: z.array(changeSchema).default([]),
  /** Earlier versions asked for less. */
  environment: z.object(environmentSchema.shape).partial(),
  dataReport,
  startedAt,
  durationMs,
  stepsDone,
  stoppedEarly,
  summary,
  paired,
  /** null: version 1 did not say. */
  ended: z.enum(ENDINGS).nullable().default(null),
  /** A picture that this version cannot draw is left out. */
  thumbnail: z.array(curves).default([]).catch([]),
  /** Bytes of its curves in the store; null where it was kept without them. */
  columnBytes: z.int().min(0).nullable().default(null),
});
export type PastRun = z.output<typeof pastRunSchema>;

/** What a user says of a run; a run that is saved again keeps it. */
export type Remarks = Pick<PastRun, "name" | "note" | "tags" | "starred" | "pinned">;

const remarksSchema = pastRunSchema
  .pick({ name: true, note: true, tags: true, starred: true, pinned: true })
  .partial({ note: true });

/** What was said of a run, out of a file. @returns it, or every reason why it is nothing of the kind */
export function readRemarks(content: unknown): SchemaResult<Partial<Remarks>> {
  return parseSchema<Partial<Remarks>>(remarksSchema, content);
}

/** Of a run as it is kept, what was said of it. */
export function remarksOf({ name, note, tags, starred, pinned }: Remarks): Remarks {
  return { name, note, tags, starred, pinned };
}

/** What a run has before anybody has said anything of it. */
const NO_REMARKS: Remarks = { name: "", note: "", tags: [], starred: false, pinned: false };

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

/** What the table keeps of a record. */
type Light = Pick<
  RunRecord,
  | "config"
  | "changes"
  | "environment"
  | "dataReport"
  | "startedAt"
  | "durationMs"
  | "stepsDone"
  | "stoppedEarly"
  | "summary"
  | "paired"
>;

/** What it says besides. */
type Beside = Pick<PastRun, "id" | "presetId" | "ended" | "thumbnail">;

/** The row of a run of which nobody has said anything. */
export function pastRun(record: Light, presetId: string | null, beside: Partial<Beside> = {}): PastRun {
  const { config, changes = [], environment, dataReport, startedAt, durationMs, stepsDone } = record;
  const { stoppedEarly, summary, paired } = record;
  return {
    id: newRunId(startedAt),
    presetId,
    ...NO_REMARKS,
    config,
    changes,
    environment,
    ...(dataReport && { dataReport }),
    startedAt,
    durationMs,
    stepsDone,
    ...(stoppedEarly && { stoppedEarly }),
    summary,
    paired,
    ended: null,
    thumbnail: [],
    columnBytes: null,
    ...beside,
  };
}

/** A run that is saved again, with what was said of it meanwhile, and with what this version does not know of it. */
export function savedAgain(run: PastRun, before: unknown): object {
  if (!isRecord(before)) return run;
  const remarks = Object.fromEntries(
    Object.keys(NO_REMARKS).map((key) => [key, before[key] ?? run[key as keyof Remarks]]),
  );
  return { ...before, ...run, ...remarks };
}
