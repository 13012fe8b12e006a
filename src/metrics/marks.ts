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
  return marks.flatMap(({ at, text, digits = 3 }, i) =>
    valuesOf(at, config).map((value): ValueMark => {
      const written = digits === null ? formatPlain(value) : formatNumber(value, digits);
      const label = translate(say({ id: `metrics.${id}.marks.${i}.text`, text }, { value: written }), locale);
      return { axis: "y", at: value, label };
    }),
  );
}

/** One for each batch size of the arms, where it depends on it. */
function valuesOf(at: (config: MetricConfig) => number, config: MetricConfig): number[] {
  const sizes = config.arms?.map(({ batchSize }) => batchSize ?? config.batchSize) ?? [config.batchSize];
  return [...new Set([...new Set(sizes)].map((batchSize) => at({ ...config, batchSize })))];
}
