import type { ExperimentConfig } from "../../config/schema";
import type { RunColumns } from "../../record/columns";
import type { StoppedLearner } from "../../record/stopped";

/** Kept runs that the charts draw behind the one that is shown. */

export interface OverlaidRun {
  id: string;
  /** As its user calls it; empty where nobody did. */
  name: string;
  startedAt: string;
  presetId: string | null;
  config: ExperimentConfig;
  columns: RunColumns;
  stopped: StoppedLearner[];
}

export interface OverlayState {
  /** The selected runs, in the order in which they were. */
  runs: readonly OverlaidRun[];
  /** How many more are selected than can be told apart. */
  left: number;
  /** The run before the current one, until it is dismissed. */
  ghost: OverlaidRun | null;
  /** The run that stands out everywhere, by its id. */
  marked: string | null;
}

export const NO_OVERLAY: OverlayState = { runs: [], left: 0, ghost: null, marked: null };

/** Runs that a chart of two arms can hold. */
export const MOST_OVERLAID = 10;

/** All of them but the run that is shown, the ghost last. */
export function drawnRuns(
  { runs, ghost }: Pick<OverlayState, "runs" | "ghost">,
  shownId: string | undefined,
): readonly OverlaidRun[] {
  const isOfIts = ghost && !runs.some(({ id }) => id === ghost.id);
  return (isOfIts ? [...runs, ghost] : runs).filter(({ id }) => id !== shownId);
}
