import { armLooks } from "../../../config/arms";
import type { ExperimentConfig } from "../../../config/schema";
import { formatCount, formatNumber, formatPercent } from "../../../i18n/format";
import { currentLocale } from "../../../i18n/locale";
import { translateAll } from "../../../i18n/translate";
import { metricOf } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import { differenceFormat } from "../../../record/words/difference";
import { texts } from "../texts";
import type { Measured, Quantity } from "./check";
import { UNSURE } from "./Prediction";

/** How a prediction stands to what was measured. @param right null where the seeds cannot tell */
export function predictionVerdict(prediction: string, right: boolean | null): string {
  const t = translateAll(texts);
  if (prediction === UNSURE) return t.told;
  return right === null ? t.close : right ? t.right : t.wrong;
}

/** What was measured, in a sentence, with its uncertainty. */
export function measuredSentence(measured: Measured, quantity: Quantity, config: ExperimentConfig): string {
  const t = translateAll(texts);
  const { estimate, interval, seeds, step } = measured;
  const write = formatOf(quantity);
  const bare = (value: number) => write(value, false);
  const labels = armLooks(config, false, currentLocale()).map(({ label }) => label);
  const metric = metricTexts(metricOf(quantity.metric)).label;
  const value = write(estimate);
  const what =
    quantity.kind === "between"
      ? t.measured.between({ metric, a: labels[quantity.a] ?? "", b: labels[quantity.b] ?? "", value })
      : t.measured[kindOf(quantity)]({ metric, arm: labels[quantity.arm] ?? "", value });
  const rest = { seeds, step: formatCount(step) };
  return interval
    ? t.measured.sure({ what, low: bare(interval[0]), high: bare(interval[1]), ...rest })
    : t.measured.unsure({ what, ...rest });
}

function kindOf(quantity: Exclude<Quantity, { kind: "between" }>): "growth" | "level" | "ceiling" {
  return quantity.kind === "level" && quantity.ofCeiling ? "ceiling" : quantity.kind;
}

/** Differences with their sign, shares in percent. */
function formatOf(quantity: Quantity): (value: number, unit?: boolean) => string {
  if (quantity.kind !== "level") return differenceFormat(quantity.metric);
  const isShare = quantity.ofCeiling || metricOf(quantity.metric).domain[1] === 1;
  return isShare ? (value) => formatPercent(value, 0) : (value) => formatNumber(value);
}
