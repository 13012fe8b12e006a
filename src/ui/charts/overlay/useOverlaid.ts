import { useMemo } from "react";
import { armLooks } from "../../../config/arms";
import { commonBatch } from "../../../config/batchSizes";
import { equal } from "../../../config/paths";
import { type Placing, placingOn, type XAxisId } from "../../../record/drawn/xAxis";
import { drawnRuns, type OverlaidRun } from "../../../session/overlay/state";
import { useDark, useSelect, useShownConfig, useShownRun } from "../../context";
import { useLocale } from "../../language/useTexts";
import { runName } from "../../runs/runName";
import { type DrawnCurves, referenceCurves } from "./drawnCurves";
import { runLook } from "./looks";

/** A run behind the one that is shown, as it is drawn: it was measured here, and can be compared. */
export interface DrawnRun extends OverlaidRun, DrawnCurves {}

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
      const { seeds, dataset } = run.config;
      const batchSize = commonBatch(run.config);
      const number = place + 1;
      return { ...run, number, isGhost, isReference: false, called, looks, seeds, batchSize, dataset };
    });
  }, [runs, ghost, history, shownId, coloring, dark, locale]);
}

/** All curves behind those of the run that is shown: the runs, then what came with the link. */
export function useDrawnCurves(): readonly DrawnCurves[] {
  const runs = useOverlaid();
  const reference = useSelect((state) => state.reference);
  const coloring = useSelect((state) => state.view.runColors);
  const dark = useDark();
  return useMemo(() => {
    if (!reference) return runs;
    return [...runs, referenceCurves(reference, { number: runs.length + 1, coloring, dark })];
  }, [runs, reference, coloring, dark]);
}

/** Where the steps of other runs lie; null where that cannot be said of one. */
export function usePlacings(axis: XAxisId, runs: readonly DrawnCurves[]): readonly (Placing | null)[] {
  const config = useShownConfig();
  const shownCount = useShownRun((run) => run?.dataset?.trainCount ?? null);
  return useMemo(
    () =>
      runs.map(({ batchSize, dataset, columns }) =>
        placingOn(axis, {
          batchSize,
          // A kept run does not say how many samples it was trained on; of the same data there are as many.
          trainCount: equal(dataset, config.dataset) ? shownCount : null,
          clock: columns.clock,
        }),
      ),
    [axis, runs, config, shownCount],
  );
}
