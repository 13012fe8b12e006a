import type { RunColumns } from "../../../record/columns";
import type { Placing } from "../../../record/drawn/xAxis";
import type { Reach } from "../../../record/drawn/xScale";
import type { DrawnCurves } from "./drawnCurves";

/**
 * What of the runs behind the axes hold. Whoever selects a run wants to see all of it; the run before is there unasked, and leaves
 * axes that are made for the run that is shown. While that one has nothing to show, the axes are the ghost's.
 */

interface Behind {
  runs: readonly Pick<DrawnCurves, "columns" | "isGhost">[];
  places: readonly (Placing | null)[];
  /** The run that is shown has not begun. */
  isAlone: boolean;
}

/** How far the x axis reaches: other runs may have come further, in a longer experiment. */
export function holdingRuns(reach: Reach, { runs, places, isAlone }: Behind): Reach {
  const ends = runs.map(({ columns, isGhost }, i) => (isGhost && !isAlone ? 0 : (places[i]?.(lastStep(columns)) ?? 0)));
  return { ...reach, at: Math.max(reach.at, ...ends), end: Math.max(reach.end, ...ends) };
}

/** The last step at which anything was measured. */
function lastStep(columns: RunColumns): number {
  const lasts = columns.metrics().map((metric) => {
    const column = columns.get(metric);
    return column && column.length > 0 ? (column.steps[column.length - 1] as number) : 0;
  });
  return Math.max(0, ...lasts);
}

/** The curves that the y axis holds in any case, and those that may leave it. */
export function heldCurves<C extends { run: { isGhost: boolean } }>(curves: readonly C[]): { beside: C[]; ghost: C[] } {
  return { beside: curves.filter(({ run }) => !run.isGhost), ghost: curves.filter(({ run }) => run.isGhost) };
}
