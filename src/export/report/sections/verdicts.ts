import { armLooks } from "../../../config/arms";
import { formatSentence } from "../../../i18n/format";
import { translate, translateAll } from "../../../i18n/translate";
import type { MetricId } from "../../../metrics";
import { configAfter } from "../../../record/changes";
import { narrate } from "../../../record/narrator/narrate";
import { verdictOf } from "../../../record/verdict";
import { measuredWords, missingWords } from "../../../record/words/verdict";
import { type Content, html, type Markup } from "../../markup";
import type { ReportedRun } from "../reported";
import { texts } from "../texts";
import { suspicionsOf } from "./data";

/** What came out, in the page's words: every other arm against the first. */
export function verdicts(runs: readonly ReportedRun[], metric: MetricId): Content {
  return runs.map(
    (run) => html`${runs.length > 1 ? html`<h3>${run.name}</h3>` : null}${verdictsOf(run, metric)}${suspicionsOf(run)}`,
  );
}

function verdictsOf(run: ReportedRun, metric: MetricId): Markup[] {
  const labels = armLooks(run.config, false).map(({ label }) => label);
  const others = labels.length > 1 ? labels.slice(1).map((_, i) => i + 1) : [0];
  return [
    ...others.map((arm) => {
      const sentence = sentenceOf(run, metric, [0, arm], labels);
      const t = translateAll(texts);
      const pair =
        others.length > 1
          ? html`<span class="soft">${t.between({ a: labels[0] ?? "", b: labels[arm] ?? "" })}: </span>`
          : null;
      return html`<p class="lead">${pair}${sentence}</p>`;
    }),
    remarksOf(run, metric),
  ];
}

/** What else the numbers carry, as on the page, each with its reason. */
function remarksOf(run: ReportedRun, metric: MetricId): Markup {
  const { columns, changes, stopped, stepsDone, isOver } = run;
  const config = configAfter(run.config, changes);
  const remarks = narrate({
    columns,
    config,
    stopped,
    isOver,
    metric,
    armA: 0,
    armB: 1,
    step: stepsDone,
    dataset: null,
  });
  if (remarks.length === 0) return html``;
  return html`<ul>${remarks.map(({ says, because }) => html`<li><details><summary>${translate(says)}</summary><p class="soft">${translate(because)}</p></details></li>`)}</ul>`;
}

function sentenceOf(run: ReportedRun, metric: MetricId, [a, b]: [number, number], labels: string[]): Content {
  const { columns, config, stopped, stepsDone, isOver } = run;
  const verdict = verdictOf({ columns, config, stopped, step: stepsDone, dataset: null }, metric, a, b);
  if (verdict.kind !== "measured") return missingWords(verdict, metric, { isOver, isTraining: false });
  const names = { a: labels[a] ?? "", b: labels[b] ?? "" };
  const course = { isOver, isTraining: false, isShort: isOver, steps: config.steps };
  const { conclusion, figures } = measuredWords({ verdict, metric, ...names }, course);
  return html`<strong>${conclusion}</strong> ${formatSentence(figures)}`;
}
