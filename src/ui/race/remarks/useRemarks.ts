import { useEffect, useMemo, useState } from "react";
import { narrate, type Remark } from "../../../record/narrator/narrate";
import { shownRun } from "../../../session/shown";
import { createThrottle } from "../../../session/throttle";
import { usePlayground, useSelect, useShownRun } from "../../context";
import { useLocale } from "../../language/useTexts";

/** Milliseconds between two readings while a run goes on: a sentence is to be read before it may change. */
const INTERVAL = 2000;

/** What there is to say of the run that is shown. */
export function useRemarks(): Remark[] {
  const playground = usePlayground();
  const locale = useLocale();
  const { accuracy: metric, armA, armB } = useSelect((state) => state.view);
  const id = useShownRun((run) => run?.id);
  const phase = useShownRun((run) => run?.state);
  const config = useShownRun((run) => run?.config);
  const reading = useReading();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns grow in place; the reading says when.
  return useMemo(() => {
    const run = shownRun(playground.state);
    const isOver = phase === "finished" || phase === "failed";
    return narrate(run && { ...run, isOver, metric, armA, armB });
  }, [playground, reading, id, phase, config, metric, armA, armB, locale]);
}

/** Counts the times at which what has come meanwhile is read anew. */
function useReading(): number {
  const { store } = usePlayground();
  const [reading, setReading] = useState(0);
  useEffect(() => {
    const throttle = createThrottle(() => setReading((count) => count + 1), INTERVAL);
    return store.subscribe((state, before) => {
      if (state.revision !== before.revision) throttle.request();
    });
  }, [store]);
  return reading;
}
