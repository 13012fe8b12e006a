import type { ConfigChange } from "../../config/diff";
import type { ChangeWords } from "../../config/diffWords";
import type { ExperimentConfig } from "../../config/schema";
import type { DataReport } from "../../data/report/report";
import type { Said } from "../../i18n/message";
import type { MetricId } from "../../metrics";
import type { RunChange } from "../../record/changes";
import type { RunColumns } from "../../record/columns";
import type { EnvironmentRecord } from "../../record/environment";
import type { RunRecord } from "../../record/record";
import type { StoppedLearner } from "../../record/stopped";

/** What a report is made of. */

/** A run with what somebody said of it. */
export interface ReportedRun {
  /** What it is called; never empty. */
  name: string;
  note: string;
  tags: readonly string[];
  presetId: string | null;
  /** As it began. */
  config: ExperimentConfig;
  changes: readonly RunChange[];
  environment: EnvironmentRecord;
  /** What was read of data that a user brought; null where the data were made by the program. */
  dataReport: DataReport | null;
  startedAt: string;
  durationMs: number;
  stepsDone: number;
  /** Whether nothing more comes. */
  isOver: boolean;
  columns: RunColumns;
  stopped: StoppedLearner[];
  /** Which of its own rules ended it before its last step, and where; null where none did. */
  endedEarly: Said | null;
  summary: RunRecord["summary"];
  paired: RunRecord["paired"];
}

/** What of a run its charts are drawn from. */
export type ChartedRun = Pick<ReportedRun, "name" | "config" | "changes" | "columns">;

export interface ReportOptions {
  /** By which the verdict judges. */
  verdictMetric: MetricId;
  /** Weight of the past in the lines of noisy metrics, as on the page. */
  smoothing: number;
  /** Address of the page, to which an experiment is appended; null where there is none. */
  page: string | null;
  inWords(change: ConfigChange): ChangeWords;
  /** Lets others have their turn; called between pieces. */
  pause(): Promise<void>;
  now: Date;
}

/** A metric that was measured in a run of the report. */
export function measuredIn(runs: readonly Pick<ReportedRun, "columns">[], metric: string): boolean {
  return runs.some(({ columns }) => (columns.get(metric as MetricId)?.length ?? 0) > 0);
}
