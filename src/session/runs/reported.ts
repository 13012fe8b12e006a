import type { ReportedRun } from "../../export/report/reported";
import { PlaygroundError } from "../../i18n/errors";
import { environmentRecord } from "../../record/environment";
import { summaryOfRun } from "../../record/summary";
import { saidOfEarlyStop } from "../../record/words/earlyStop";
import { texts } from "../errors";
import { type Run, trainedMs } from "../run";

/**
 * A run as a report has it, with the numbers of its record: without its series becoming lists first.
 * @throws PlaygroundError before its environment is known
 */
export function reportedRun(run: Run, remarks: Pick<ReportedRun, "name" | "note" | "tags">): ReportedRun {
  if (!run.environment) throw new PlaygroundError(texts.noRecord);
  const { startConfig: config, changes, presetId, startedAt, stopped } = run;
  // What is measured while the report is written is not in it.
  const columns = run.state === "running" ? run.columns.upTo(run.step) : run.columns;
  return {
    ...remarks,
    presetId,
    config,
    changes,
    startedAt,
    columns,
    stopped,
    environment: environmentRecord(run.environment),
    dataReport: run.dataReport,
    durationMs: trainedMs(run),
    stepsDone: run.step,
    endedEarly: run.stoppedEarly && saidOfEarlyStop(run.stoppedEarly, run.config),
    isOver: run.state === "finished" || run.state === "failed",
    ...summaryOfRun({ config, columns, stopped }),
  };
}
