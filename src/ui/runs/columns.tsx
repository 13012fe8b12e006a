import type { SortValue } from "../../session/runs/arrange";
import type { PastRun } from "../../storage/runs/pastRun";
import { Device, Differences, Duration, Ended, Experiment, Results, Size, Steps, When } from "./cells/facts";
import { NameCell } from "./cells/NameCell";
import { NoteCell, TagsCell } from "./cells/remarks";
import { Stamps } from "./cells/Stamps";

/** The columns of the table of runs, a line each; their names are in texts.ts. */

interface Column {
  Cell: React.ComponentType<{ run: PastRun }>;
  /** What the table is sorted by; not at all without it. */
  by?: (run: PastRun) => SortValue;
  /** Whether it is there before anybody has chosen. */
  isInitial?: boolean;
}

const meanAccuracy = ({ summary }: PastRun): SortValue => {
  const means = (summary.probeAccuracy ?? []).map(({ mean }) => mean).filter((mean) => mean !== null);
  return means.length > 0 ? Math.max(...means) : null;
};

const TABLE = {
  curves: { Cell: Stamps, isInitial: true },
  name: { Cell: NameCell, by: ({ name }) => name || null, isInitial: true },
  when: { Cell: When, by: ({ startedAt }) => startedAt },
  experiment: { Cell: Experiment, by: ({ presetId }) => presetId },
  differences: { Cell: Differences, isInitial: true },
  steps: { Cell: Steps, by: ({ stepsDone }) => stepsDone },
  ended: { Cell: Ended, by: ({ ended }) => ended, isInitial: true },
  result: { Cell: Results, by: meanAccuracy, isInitial: true },
  duration: { Cell: Duration, by: ({ durationMs }) => durationMs },
  device: { Cell: Device, by: ({ environment }) => environment.backend ?? null },
  size: { Cell: Size, by: ({ columnBytes }) => columnBytes },
  tags: { Cell: TagsCell, by: ({ tags }) => tags[0] ?? null, isInitial: true },
  note: { Cell: NoteCell, by: ({ note }) => note || null, isInitial: true },
} as const satisfies Record<string, Column>;

export type ColumnId = keyof typeof TABLE;

export const COLUMNS: Readonly<Record<ColumnId, Column>> = TABLE;

/** In their order. */
export const COLUMN_IDS = Object.keys(TABLE) as ColumnId[];

export const INITIAL_COLUMNS: readonly ColumnId[] = COLUMN_IDS.filter((id) => COLUMNS[id].isInitial);
