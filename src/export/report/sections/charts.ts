import { formatCount } from "../../../i18n/format";
import { translateAll } from "../../../i18n/translate";
import type { MetricId } from "../../../metrics";
import { METRICS } from "../../../metrics";
import { choiceIds } from "../../../metrics/charts";
import { HEADLINES, type HeadlineId } from "../../../metrics/groups";
import { metricTexts } from "../../../metrics/metricTexts";
import type { Metric } from "../../../metrics/types";
import { dashed } from "../../figure/dash";
import { type Content, html, type Markup } from "../../markup";
import { type ChartedMetric, chartedMetric, chartOf, type DrawnChart, inReport } from "../chart";
import { groupsOf, type ReportLine } from "../lines";
import { exact, row, table } from "../parts";
import { type Reading, valueInWords } from "../readings";
import { measuredIn, type ReportedRun, type ReportOptions } from "../reported";
import { colorName, THEME } from "../style";
import { texts } from "../texts";

/** All curves: first those of the page's large charts, then every other metric that was measured. */

/** The metrics of a report in their order. */
export function metricsOf(runs: readonly Pick<ReportedRun, "columns">[]): Metric[] {
  const headlines = (Object.keys(HEADLINES) as HeadlineId[]).map((chart) => choiceIds(chart)[0]);
  const ids = new Set<MetricId>([...headlines, ...(Object.keys(METRICS) as MetricId[])]);
  return [...ids].filter((id) => measuredIn(runs, id)).map((id): Metric => METRICS[id]);
}

interface Charted {
  runs: readonly ReportedRun[];
  lines: readonly ReportLine[];
}

/** The charts of one metric: one, or one of each run where all lines in one could not be told apart. */
export async function metricCharts(
  { runs, lines }: Charted,
  metric: Metric,
  options: Pick<ReportOptions, "smoothing" | "pause">,
): Promise<Markup[]> {
  const t = translateAll(texts).chart;
  const { label } = metricTexts(metric);
  const charted = await chartedMetric(runs, metric, options);
  const groups = groupsOf(lines).filter((group) => group.some(({ run }) => charted.curves[run]));
  return groups.map((group, i) => {
    const run = runs[group[0]?.run ?? 0]?.name ?? "";
    const title = groups.length > 1 ? t.of({ metric: label, run }) : label;
    const style = inReport({
      id: `${metric.id}-${i}`,
      theme: THEME,
      colorOf: (line) => colorName(lines.indexOf(line)),
    });
    return figureOf(chartOf(charted, { runs, lines: group, title }, style), charted);
  });
}

function figureOf({ figure, drawn, readings }: DrawnChart, { metric }: ChartedMetric): Markup {
  const { guide } = metricTexts(metric);
  return html`<figure id="chart-${figure.id}"><figcaption>${figure.title}</figcaption>${legend(figure.lines)}${drawn}<details><summary>${translateAll(texts).chart.table}</summary><p class="soft">${guide}</p>${valuesTable(figure.title, readings)}</details></figure>`;
}

function legend(lines: DrawnChart["figure"]["lines"]): Content {
  return html`<ul class="legend">${lines.map(({ label, color, dash }) => html`<li><svg viewBox="0 0 26 8" aria-hidden="true"><path d="M0 4h26" stroke="${color}" stroke-width="2" ${dashed(dash)}/></svg>${label}</li>`)}</ul>`;
}

function valuesTable(metric: string, readings: readonly Reading[]): Content {
  const t = translateAll(texts).chart;
  const lines = [...new Set(readings.flatMap(({ values }) => values.map(({ line }) => line)))];
  return table({
    caption: t.caption({ metric }),
    head: [t.stepHead, ...lines.map(({ label }) => label)],
    rows: readings.map(({ step, values }) =>
      row(
        formatCount(step),
        lines.map((line) => {
          const value = values.find((own) => own.line === line);
          return value ? exact(value.mean, valueInWords(value, step)) : "";
        }),
      ),
    ),
  });
}
