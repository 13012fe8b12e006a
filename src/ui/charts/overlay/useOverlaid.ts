import { useMemo } from "react";
import { type ArmLook, armLooks } from "../../../config/arms";
import { equal } from "../../../config/paths";
import type { ExperimentConfig } from "../../../config/schema";
import { type Placing, placingOn, type XAxisId } from "../../../record/drawn/xAxis";
import { drawnRuns, type OverlaidRun } from "../../../session/overlay/state";
import { useDark, useSelect, useShownConfig, useShownRun } from "../../context";
import { useLocale } from "../../language/useTexts";
import { runName } from "../../runs/runName";
import { runLook } from "./looks";

/** A run behind the one that is shown, as it is drawn. */
export interface DrawnRun extends OverlaidRun {
  /** What stands on its curves. */
  number: number;
  isGhost: boolean;
  called: string;
  looks: ArmLook[];
}

/** The runs that are drawn behind the one that is shown, in order. */
export function useOverlaid(): readonly DrawnRun[] {
  const runs = useSelect((state) => state.overlay.runs);
  const ghost = useSelect((state) => state.overlay.ghost);
  const history = useSelect((state) => state.history);
  const shownId = useShownRun((run) => run?.id);
  const coloring = useSelect((state) => state.view.runColors);
  const dark = useDark();
  const locale = useLocale();
  return useMemo(() => {
    const drawn = drawnRuns({ runs, ghost }, shownId);
    return drawn.map((run, place): DrawnRun => {
      const isGhost = run === ghost;
      const looks = armLooks(run.config, dark, locale).map((look) => runLook(look, { place, isGhost, coloring, dark }));
      const called = runName(history.find(({ id }) => id === run.id) ?? run);
      return { ...run, number: place + 1, isGhost, called, looks };
    });
  }, [runs, ghost, history, shownId, coloring, dark, locale]);
}

/** Where the steps of other runs lie; null where that cannot be said of one. */
export function usePlacings(axis: XAxisId, runs: readonly DrawnRun[]): readonly (Placing | null)[] {
  const config = useShownConfig();
  const shownCount = useShownRun((run) => run?.dataset?.trainCount ?? null);
  return useMemo(
    () =>
      runs.map(({ config: own, columns }) =>
        placingOn(axis, {
          batchSize: own.batchSize,
          trainCount: haveSameData(own, config) ? shownCount : null,
          clock: columns.clock,
        }),
      ),
    [axis, runs, config, shownCount],
  );
}

/** A kept run does not say how many samples it was trained on; of the same data there are as many. */
function haveSameData(a: ExperimentConfig, b: ExperimentConfig): boolean {
  return equal(a.dataset, b.dataset);
}
