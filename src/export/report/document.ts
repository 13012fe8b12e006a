import { formatDateTime } from "../../i18n/format";
import { currentLocale } from "../../i18n/locale";
import { translateAll } from "../../i18n/translate";
import { APP } from "../../record/build";
import { type Content, html, type Markup } from "../markup";
import { linesOf, type ReportLine } from "./lines";
import type { ReportedRun, ReportOptions } from "./reported";
import { metricCharts, metricsOf } from "./sections/charts";
import { dataOf } from "./sections/data";
import { environmentOf } from "./sections/environment";
import { reproductionOf } from "./sections/reproduce";
import { runList } from "./sections/runs";
import { presetOf, settingsOf } from "./sections/settings";
import { finalValues, pairedDifferences } from "./sections/values";
import { verdicts } from "./sections/verdicts";
import { sheetOf } from "./style";
import { texts } from "./texts";

/** The whole report. */

/**
 * Writes the report of one run or of several, piece by piece: between two charts others have their turn.
 *
 * @param runs at least one
 * @returns an HTML document that needs nothing else
 */
export async function writeReport(runs: readonly ReportedRun[], options: ReportOptions): Promise<string> {
  const parts: string[] = [];
  for await (const part of partsOf(runs, options)) parts.push(part.text);
  return parts.join("\n");
}

async function* partsOf(runs: readonly ReportedRun[], options: ReportOptions): AsyncGenerator<Markup> {
  const t = translateAll(texts);
  const lines = linesOf(runs);
  yield head(titleOf(runs), lines);
  yield opening(runs, options);
  yield html`<section id="charts"><h2>${t.sections.charts}</h2><p class="soft">${aboutCharts(runs, options)}</p><div class="charts">`;
  for (const metric of metricsOf(runs)) {
    await options.pause();
    for (const chart of await metricCharts({ runs, lines }, metric, options)) yield chart;
  }
  yield html`</div></section>`;
  yield section("values", finalValues(runs));
  yield section("differences", pairedDifferences(runs));
  await options.pause();
  yield section(
    "settings",
    eachRun(runs, (run) => [presetOf(run), settingsOf(run, options)]),
  );
  if (hasOwnData(runs)) yield section("data", eachRun(runs, dataOf));
  yield section("environment", eachRun(runs, environmentOf));
  yield section(
    "reproduce",
    eachRun(runs, (run) => reproductionOf(run, options)),
  );
  yield html`</main></body></html>`;
}

function titleOf(runs: readonly ReportedRun[]): string {
  const t = translateAll(texts);
  return runs.length === 1 ? t.title({ name: runs[0]?.name ?? "" }) : t.several({ n: runs.length });
}

/** Nothing of what the file says can be run or loaded, even if it had been written wrongly. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function head(title: string, lines: readonly ReportLine[]): Markup {
  const { tag, direction } = currentLocale();
  return html`<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title>${sheetOf(lines)}</head><body><main><h1>${title}</h1>`;
}

function opening(runs: readonly ReportedRun[], options: ReportOptions): Markup {
  const t = translateAll(texts);
  const intro = t.intro({ when: formatDateTime(options.now), app: APP.name, version: APP.version });
  const links = (Object.keys(t.sections) as (keyof typeof t.sections)[])
    .filter((id) => id !== "data" || hasOwnData(runs))
    .map((id) => html`<li><a href="#${id}">${t.sections[id]}</a></li>`);
  return html`<p class="soft">${intro}</p><nav aria-label="${t.contents}"><ul>${links}</ul></nav>${section("verdict", verdicts(runs, options.verdictMetric))}${section("runs", runList(runs, options))}`;
}

function hasOwnData(runs: readonly ReportedRun[]): boolean {
  return runs.some(({ dataReport }) => dataReport);
}

function section(id: Exclude<keyof typeof texts.sections, "charts">, content: Content): Markup {
  return html`<section id="${id}"><h2>${translateAll(texts).sections[id]}</h2>${content}</section>`;
}

function eachRun(runs: readonly ReportedRun[], content: (run: ReportedRun) => Content): Content {
  return runs.map((run) => [runs.length > 1 ? html`<h3>${run.name}</h3>` : null, content(run)]);
}

function aboutCharts(runs: readonly ReportedRun[], { smoothing }: ReportOptions): string {
  const t = translateAll(texts).chart;
  const sentences = [
    t.about,
    ...(smoothing > 0 ? [t.smoothed({ weight: String(smoothing) })] : []),
    ...(runs.some(({ changes }) => changes.length > 0) ? [t.changed] : []),
  ];
  return sentences.join(" ");
}
