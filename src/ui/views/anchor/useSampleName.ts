import { useMemo } from "react";
import { formatCount } from "../../../i18n/format";
import { useShownRun } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "./texts";

/** What a sample of the anchors' batch is called: its number, and its class where it has one. */
export function useSampleName(): (sample: number) => string {
  const t = useTexts(texts);
  const anchors = useShownRun((run) => run?.anchors ?? null);
  const labels = useShownRun((run) => run?.views?.labels ?? null);
  const names = useShownRun((run) => run?.dataset?.classNames ?? null);
  return useMemo(
    () => (sample) => {
      const number = formatCount(sample + 1);
      const name = names?.[labels?.[anchors?.samples[sample] ?? -1] ?? -1];
      return name === undefined ? t.sample({ number }) : t.sampleOfClass({ number, name });
    },
    [t, anchors, labels, names],
  );
}
