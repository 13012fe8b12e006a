import { type Order, sortRuns } from "../../session/runs/arrange";
import type { FilterProblem } from "../../session/runs/filter/filter";
import { filterFields, matches } from "../../session/runs/filter/match";
import { parseFilter } from "../../session/runs/filter/parse";
import type { PastRun } from "../../storage/runs/pastRun";
import { COLUMNS, type ColumnId, INITIAL_COLUMNS } from "./columns";

/** How the table of runs stands: what is looked for, in what order, and which columns there are. */
export interface RunsView {
  filter: string;
  sort: ColumnId;
  descending: boolean;
  columns: readonly ColumnId[];
  isGrouped: boolean;
  /** Rows that are drawn at most; more come when asked for. */
  most: number;
}

/** Rows of a page. */
export const PAGE = 50;

export const INITIAL_VIEW: RunsView = {
  filter: "",
  sort: "when",
  descending: true,
  columns: INITIAL_COLUMNS,
  isGrouped: false,
  most: PAGE,
};

/** The runs that a view lists, and what is wrong with its filter; then all of them are. */
export function listedRuns(
  runs: readonly PastRun[],
  { filter, sort, descending }: RunsView,
): { listed: PastRun[]; problem: FilterProblem | null } {
  const parsed = parseFilter(filter, filterFields(runs));
  const order: Order = { by: COLUMNS[sort].by ?? (() => null), descending };
  if (!parsed.ok) return { listed: sortRuns(runs, order), problem: parsed.problem };
  return {
    listed: sortRuns(
      runs.filter((run) => matches(parsed.filter, run)),
      order,
    ),
    problem: null,
  };
}
