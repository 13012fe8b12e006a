import { formatNumber, formatPercent } from "../../i18n/format";
import { readAnchor } from "../../record/anchors/reading";
import type { PlaygroundState } from "../../session/playgroundState";
import type { Run } from "../../session/run";
import type { CaptionId } from "../../session/tour/captions";
import { latestMeans } from "../../session/tour/latest";
import { Swatch } from "../charts/plot/Legend";
import legend from "../charts/plot/legend.module.css";
import { meanWeights } from "../charts/series/meanWeights";
import { useRevision } from "../charts/series/useRevision";
import { useLooks, usePlayground, useShownConfig } from "../context";
import { useTexts } from "../language/useTexts";
import { texts } from "./texts";

/** What the panel of a caption shows now, arm by arm; nothing before it is measured. Changes too often to be read out. */
export function Numbers({ id }: { id: CaptionId }) {
  const t = useTexts(texts);
  const config = useShownConfig();
  const looks = useLooks(config);
  const playground = usePlayground();
  useRevision("first");
  const values = VALUES[id](playground.state);
  if (!values.some((value) => value !== null)) return null;
  return (
    <ul className={legend.legend} aria-live="off">
      <li>{t.now[id]}</li>
      {looks.map((look, i) => (
        <li key={look.label}>
          <Swatch look={look} />
          <span className={legend.legendName}>{look.label}</span>
          <span className={legend.value}>{values[i] ?? "\u2013"}</span>
        </li>
      ))}
    </ul>
  );
}

const PERCENT = (value: number | null | undefined) => (typeof value === "number" ? formatPercent(value) : null);
const NUMBER = (value: number | null) => (value === null ? null : formatNumber(value));

/** What each arm of the latest snapshot lets an anchor count. */
function weightsOf({ config, views }: Pick<Run, "config" | "views">, anchor: number | null): (number | null)[] {
  return config.arms.map((arm, i) => {
    const view = views?.arms.find((one) => one.arm === i);
    return view && anchor !== null && anchor < view.similarityCount / 2 ? readAnchor(view, arm, anchor).weight : null;
  });
}

/** One per arm; null where nothing is measured. */
const VALUES: Readonly<Record<CaptionId, (state: PlaygroundState) => (string | null)[]>> = {
  loss: ({ run }) => latestMeans(run, "contrastiveAccuracy").map(PERCENT),
  anchor: ({ run }) => (run ? meanWeights(run.config, run.histogram).map(PERCENT) : []),
  forces: ({ run, anchor }) => (run ? weightsOf(run, anchor.chosen).map(PERCENT) : []),
  variance: ({ run, view }) => latestMeans(run, view.variance).map(NUMBER),
  // Its chart and the verdict say it.
  accuracy: () => [],
  next: () => [],
};
