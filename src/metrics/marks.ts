import { formatNumber, formatPlain } from "../i18n/format";
import { currentLocale, type Locale } from "../i18n/locale";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import type { Metric, MetricConfig } from "./types";

/** A value across its chart, with what it is. */
export interface ValueMark {
  axis: "y";
  at: number;
  label: string;
}

/** Values that a metric is to be read against, as its own file says them. */
export function marksOf(
  { id, marks }: Pick<Metric, "id" | "marks">,
  config: MetricConfig,
  locale: Locale = currentLocale(),
): ValueMark[] {
  return marks.map(({ at, text, digits = 3 }, i) => {
    const value = at(config);
    const written = digits === null ? formatPlain(value) : formatNumber(value, digits);
    return {
      axis: "y",
      at: value,
      label: translate(say({ id: `metrics.${id}.marks.${i}.text`, text }, { value: written }), locale),
    };
  });
}
