import { armLooks } from "../../../config/arms";
import { formatNumber } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import { METRICS, type MetricId } from "../../../metrics";
import { metricTexts } from "../../../metrics/metricTexts";
import type { RunRecord } from "../../../record/record";
import { excludesZero, meanInterval } from "../../../record/statistics/differences";
import { differenceFormat } from "../../../record/words/difference";
import { type Content, html, type Markup } from "../../markup";
import { exact, row, table } from "../parts";
import type { ReportedRun } from "../reported";
import { texts } from "../texts";

/** The numbers that a run is judged by, as its record has them. */

/** Final values of every metric, per arm. */
export function finalValues(runs: readonly ReportedRun[]): Content {
  const t = translateAll(texts).values;
  return html`<p class="soft">${t.rule}</p>${runs.map((run) =>
    table({
      caption: t.caption({ run: run.name }),
      head: [t.metric, ...armLooks(run.config, false).map(({ label }) => label)],
      rows: (Object.entries(run.summary) as [MetricId, Described[]][]).map(([metric, arms]) =>
        row(
          nameOf(metric),
          arms.map((described) => finalValue(described, run.config.seeds)),
        ),
      ),
    }),
  )}`;
}

type Described = NonNullable<RunRecord["summary"][MetricId]>[number];

function finalValue(described: Described, seeds: number): Content {
  const t = translateAll(texts).values;
  const { mean, n } = described;
  const interval = meanInterval(described);
  const value = formatNumber(mean);
  const half = interval && formatNumber((interval[1] - interval[0]) / 2, 2);
  const written = half === null ? value : t.mean({ value, half });
  return [exact(mean, written), n === seeds ? null : html` <span class="soft">${t.n({ n: String(n) })}</span>`];
}

/** `Loss (nats)` */
function nameOf(metric: MetricId): string {
  const { label, unit } = metricTexts(METRICS[metric]);
  return unit ? `${label} (${unit})` : label;
}

/** What every two arms differ by, seed by seed. */
export function pairedDifferences(runs: readonly ReportedRun[]): Content {
  const t = translateAll(texts).differences;
  if (runs.every(({ paired }) => paired.length === 0)) return html`<p>${t.none}</p>`;
  return html`<p class="soft">${t.rule}</p>${runs
    .filter(({ paired }) => paired.length > 0)
    .map((run) => {
      const labels = armLooks(run.config, false).map(({ label }) => label);
      return table({
        caption: t.caption({ run: run.name }),
        head: [translateAll(texts).values.metric, t.compared, t.difference, t.interval, t.seeds],
        rows: run.paired.map((pair) => differenceRow(pair, labels)),
      });
    })}`;
}

function differenceRow(
  { metric, armA, armB, difference, ci95, n }: RunRecord["paired"][number],
  labels: string[],
): Markup {
  const t = translateAll(texts).differences;
  const write = differenceFormat(metric);
  const written = exact(difference, difference === null ? formatNumber(null) : write(difference));
  const [low, high] = ci95 ?? [null, null];
  const interval = ci95 && t.range({ low: write(ci95[0], false), high: write(ci95[1], false) });
  return row(metricTexts(METRICS[metric]).label, [
    t.minus({ b: labels[armB] ?? "", a: labels[armA] ?? "" }),
    excludesZero(ci95) ? html`<strong>${written}</strong>` : written,
    interval === null ? formatNumber(null) : html`<data value="${low} ${high}">${interval}</data>`,
    String(n),
  ]);
}
