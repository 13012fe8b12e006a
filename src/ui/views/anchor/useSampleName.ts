import { useMemo } from "react";
import { formatCount } from "../../../i18n/format";
import { useShownRun } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "./texts";

/** What a sample of the anchors' batch is called: its number, and its class where it has one. */
export function useSampleName(): (anchor: number) => string {
  const anchors = useShownRun((run) => run?.anchors ?? null);
  const nameOf = useEmbeddedName();
  return useMemo(() => (anchor) => nameOf(anchors?.samples[anchor] ?? anchor), [anchors, nameOf]);
}

/** What a sample of the embedding is called. An anchor has its number among the anchors, which are the first of the samples. */
export function useEmbeddedName(): (sample: number) => string {
  const t = useTexts(texts);
  const anchors = useShownRun((run) => run?.anchors ?? null);
  const labels = useShownRun((run) => run?.views?.labels ?? null);
  const names = useShownRun((run) => run?.dataset?.classNames ?? null);
  return useMemo(
    () => (sample) => {
      const anchor = anchors?.samples.indexOf(sample) ?? -1;
      const number = formatCount((anchor < 0 ? sample : anchor) + 1);
      const name = names?.[labels?.[sample] ?? -1];
      return name === undefined ? t.sample({ number }) : t.sampleOfClass({ number, name });
    },
    [t, anchors, labels, names],
  );
}
