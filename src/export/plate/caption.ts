import { armLooks } from "../../config/arms";
import { distinctBatchSizes } from "../../config/batchSizes";
import { rateFactor } from "../../config/rateRule";
import { formatCount, formatList, formatPlain } from "../../i18n/format";
import { translateAll } from "../../i18n/translate";
import { type MetricId, metricOf } from "../../metrics";
import { metricTexts } from "../../metrics/metricTexts";
import type { XAxisId } from "../../record/drawn/xAxis";
import type { VerdictWords } from "../../record/words/verdict";
import type { ChartedRun } from "../report/reported";
import { texts } from "./texts";

/** What a figure shows, in sentences: its panels, what was trained on what, what lines and bands are, and what came of it. */

export interface Captioned {
  run: Pick<ChartedRun, "config" | "changes">;
  metrics: readonly MetricId[];
  /** What they are drawn against. */
  axis: XAxisId;
  /** What the data and the optimizer are called. */
  data: string;
  optimizer: string;
  /** Whether noisy metrics are drawn smoothed. */
  smoothed: boolean;
  verdict: VerdictWords | null;
}

export function captionOf({ run, metrics, axis, data, optimizer, smoothed, verdict }: Captioned): string {
  const t = translateAll(texts);
  const { config, changes } = run;
  const { optimizer: set, temperature, seeds, steps } = config;
  const batches = distinctBatchSizes(config);
  const arms = formatList(armLooks(config, false).map(({ label }) => label));
  const rates = new Set(batches.map((size) => formatPlain(set.learningRate * rateFactor(set, size))));
  const rate = formatList([...rates]);
  const numbers = {
    batch: formatList(batches.map((size) => formatCount(size))),
    temperature: formatPlain(temperature),
    steps,
  };
  const sentences = [
    t.by({ panels: panelsOf(metrics), axis }),
    t.arms({ arms, data, optimizer, rate, ...numbers }),
    t.seeds({ n: seeds, smoothed: String(smoothed && metrics.some((id) => metricOf(id).reading === "window")) }),
    ...(changes.length > 0 ? [t.changed] : []),
    ...(verdict ? [t.verdict({ ...verdict })] : []),
  ];
  return sentences.join(" ");
}

function panelsOf(metrics: readonly MetricId[]): string {
  const t = translateAll(texts);
  const named = metrics.map((id, i) => {
    const metric = nameOf(id);
    return metrics.length > 1 ? t.panel({ letter: letterOf(i), metric }) : metric;
  });
  return named.join("; ");
}

/** `InfoNCE value (nats)` */
export function nameOf(id: MetricId): string {
  const { label, unit } = metricTexts(metricOf(id));
  return unit ? translateAll(texts).withUnit({ metric: label, unit }) : label;
}

/** a, b, c ... */
export function letterOf(panel: number): string {
  return String.fromCharCode("a".charCodeAt(0) + panel);
}
