import { download, exportName } from "../export/download";
import type { ReportedRun, ReportOptions } from "../export/report/reported";
import type { Playground } from "../session/playground";
import type { Run } from "../session/run";
import { reportedRun } from "../session/runs/reported";
import { changeInWords } from "../session/settings/changeInWords";
import { yieldToEventLoop } from "../worker/yield";
import { ofEach } from "./manyRuns";
import { runName } from "./runs/runName";
import { saveOrNotify, shownRunOrThrow } from "./saving";

/** Reports of runs as files. What writes them is fetched when the first one is asked for. */

/** Saves the report of the run that is shown. */
export function saveReport(playground: Playground): Promise<void> {
  return saveOrNotify(playground, async () => {
    const run = shownRunOrThrow(playground);
    await offer(playground, [reported(playground, run)], exportName(run.presetId, run.startedAt, "html"));
  });
}

/** Saves one report of several kept runs, in their order, without those that cannot be read. */
export function saveReportOf(playground: Playground, ids: readonly string[]): Promise<void> {
  return saveOrNotify(playground, async () => {
    const runs: ReportedRun[] = [];
    for await (const run of ofEach(playground, ids, (one) => reported(playground, one))) runs.push(run);
    await offer(playground, runs, exportName("runs", new Date().toISOString(), "html"));
  });
}

/** A run with what was said of it where it is kept. */
export function reported({ state }: Playground, run: Run): ReportedRun {
  const kept = state.history.find(({ id }) => id === run.id);
  const { name = "", note = "", tags = [] } = kept ?? {};
  return reportedRun(run, { name: runName({ name, ...run, config: run.startConfig }), note, tags });
}

/** How this page writes reports. */
export function reportOptions({ state }: Playground): ReportOptions {
  const { origin, pathname } = window.location;
  return {
    verdictMetric: state.view.accuracy,
    smoothing: state.view.smoothing,
    page: origin + pathname,
    inWords: changeInWords,
    pause: yieldToEventLoop,
    now: new Date(),
  };
}

async function offer(playground: Playground, runs: ReportedRun[], file: string): Promise<void> {
  const { writeReport } = await import("../export/report/document");
  const report = await writeReport(runs, reportOptions(playground));
  download(file, new Blob([report], { type: "text/html" }));
}
