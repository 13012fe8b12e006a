import { flatten } from "../config/paths";
import { writeReport } from "../export/report/document";
import type { ReportOptions } from "../export/report/reported";
import { formatSetting } from "../i18n/format";
import type { Run } from "../session/run";
import { reportedRun } from "../session/runs/reported";
import { DEFAULT_VIEW } from "../session/view";

/** Reports without a page: as there, but for settings that are called as they are typed. */

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
      inWords: ({ path, before, after }) => ({ name: path, before: typed(before), after: typed(after) }),
      pause: () => Promise.resolve(),
      now: new Date(),
    } satisfies ReportOptions,
  );
}

/** A value as it would be typed; of a list, its items' fields. */
function typed(value: unknown): string {
  if (!Array.isArray(value)) return formatSetting(value);
  return value
    .map((item) =>
      flatten(item)
        .map(([, leaf]) => formatSetting(leaf))
        .join(" "),
    )
    .join("; ");
}
