import { useMemo } from "react";
import { commonBatch } from "../../../config/batchSizes";
import { type Placing, placingOn, type XAxisId } from "../../../record/drawn/xAxis";
import type { Reach } from "../../../record/drawn/xScale";
import { TrainingClock } from "../../../record/trainingClock";
import { shownRun } from "../../../session/shown";
import { usePlayground, useSelect, useShownConfig } from "../../context";
import { useTexts } from "../../language/useTexts";
import { holdingRuns } from "../overlay/held";
import { useDrawnCurves, usePlacings } from "../overlay/useOverlaid";
import { texts } from "../texts";
import { reachOf, X_AXIS_KINDS, type XAxisKind } from "./xAxes";

/** The x axis that was chosen for all charts, for the run on the page. */
export interface ChosenXAxis extends XAxisKind {
  id: XAxisId;
  log: boolean;
  name: string;
  /** Where a step lies; null where that cannot be said of this run. */
  place: Placing | null;
  reach: Reach;
}

const NO_CLOCK = new TrainingClock();

/** @param revision changes when the run has gone on */
export function useXAxis(revision: number): ChosenXAxis {
  const t = useTexts(texts);
  const run = shownRun(usePlayground().state);
  const id = useSelect((state) => state.view.x);
  const log = useSelect((state) => state.view.xScale) === "log";
  const config = useShownConfig();
  const { steps } = config;
  const batchSize = commonBatch(config);
  const columns = run?.columns ?? null;
  const trainCount = run?.dataset?.trainCount ?? null;
  const step = run?.step ?? 0;
  const isOver = run?.state === "finished" || run?.state === "failed";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock of the columns goes on in place.
  const axis = useMemo(() => {
    const clock = columns?.clock ?? NO_CLOCK;
    const place = placingOn(id, { batchSize, trainCount, clock });
    return { place, reach: reachOf(id, place, { step, steps, isOver, clock }) };
  }, [id, batchSize, steps, trainCount, columns, step, isOver, revision]);
  const runs = useDrawnCurves();
  const places = usePlacings(id, runs);
  const reach = useMemo(
    () => holdingRuns(axis.reach, { runs, places, isAlone: step === 0 }),
    [axis.reach, runs, places, step],
  );
  return useMemo(
    () => ({ id, log, name: t.x[id], ...X_AXIS_KINDS[id], place: axis.place, reach }),
    [id, log, t, axis.place, reach],
  );
}
