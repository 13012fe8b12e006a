import { version } from "../../package.json";
import type { ExperimentConfig } from "../config/schema";
import { METRICS, type MetricId, type MetricRegistry } from "../metrics";
import type { RunChange } from "./changes";
import type { MetricSeries } from "./finalValues";
import { RECORD_SCHEMA, type RunRecord } from "./record";
import { summarize } from "./summary";

export const APP = { name: "FlatNCE Playground", version };

/** What a finished, stopped or running experiment has to say for itself. */
export interface RecordInput {
  config: ExperimentConfig;
  /** None, unless some are given. */
  changes?: RunChange[] | undefined;
  environment: RunRecord["environment"];
  /** ISO 8601. */
  startedAt: string;
  durationMs: number;
  stepsDone: number;
  stoppedEarly?: RunRecord["stoppedEarly"];
  clock?: RunRecord["clock"];
  dataReport?: RunRecord["dataReport"];
  learners: RunRecord["learners"];
}

/**
 * Completes a record: the summary over seeds, and every pair of arms compared seed by seed.
 * @param registry the metrics that are known
 */
export function buildRecord(input: RecordInput, registry: MetricRegistry = METRICS): RunRecord {
  const { changes = [], ...measured } = input;
  const { config, learners } = measured;
  const seriesOf = (metric: MetricId) => seriesIn(learners, metric);
  return {
    schema: RECORD_SCHEMA,
    app: APP,
    ...measured,
    ...(changes.length > 0 ? { changes: [...changes] } : {}),
    ...summarize({ config, learners, seriesOf }, registry),
  };
}

function seriesIn(learners: RunRecord["learners"], metric: MetricId): MetricSeries[] | null {
  if (!learners.some(({ series }) => metric in series)) return null;
  return learners.map(({ series, stopped }) => ({ values: series[metric] ?? [], stopped: stopped !== undefined }));
}
