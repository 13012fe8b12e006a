import { writeReport } from "../export/report/document";
import type { ReportOptions } from "../export/report/reported";
import type { Run } from "../session/run";
import { reportedRun } from "../session/runs/reported";
import { changeInWords } from "../session/settings/changeInWords";
import { DEFAULT_VIEW } from "../session/view";

/** Reports without a page: as there, but for the address, of which a command line has none. */

export interface NamedRun {
  name: string;
  run: Run;
}

/** @returns an HTML document */
export function reportOf(runs: readonly NamedRun[]): Promise<string> {
  return writeReport(
    runs.map(({ run, name }) => reportedRun(run, { name, note: "", tags: [] })),
    {
      verdictMetric: DEFAULT_VIEW.accuracy,
      smoothing: DEFAULT_VIEW.smoothing,
      page: null,
      inWords: changeInWords,
      pause: () => Promise.resolve(),
      now: new Date(),
    } satisfies ReportOptions,
  );
}
