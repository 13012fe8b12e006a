import { armLooks } from "../../../config/arms";
import { betweenInWords, differenceInWords } from "../../../config/diffWords";
import { seedNumbers } from "../../../config/seeds";
import { formatCount, formatDateTime, formatDuration, formatList, formatSentence } from "../../../i18n/format";
import { translate, translateAll } from "../../../i18n/translate";
import { type Content, html, type Markup } from "../../markup";
import { row, table } from "../parts";
import type { ReportedRun, ReportOptions } from "../reported";
import { texts } from "../texts";

/** Which runs these are, what was said of them, and how their settings differ. */
export function runList(runs: readonly ReportedRun[], options: ReportOptions): Content {
  const t = translateAll(texts).run;
  return html`${table({
    caption: t.caption,
    head: [t.name, t.started, t.steps, t.seeds, t.time, t.device],
    rows: runs.map(rowOf),
  })}${runs.map(remarks)}${differences(runs, options)}`;
}

function rowOf(run: ReportedRun): Markup {
  const t = translateAll(texts).run;
  const { name, config, environment, startedAt, durationMs, stepsDone } = run;
  const steps = t.stepsOf({ done: formatCount(stepsDone), steps: formatCount(config.steps) });
  return row(
    name,
    [
      formatDateTime(new Date(startedAt)),
      steps,
      formatList(seedNumbers(config).map(String)),
      formatDuration(durationMs),
      `${environment.backend}, ${environment.adapter}`,
    ],
    "long",
  );
}

function remarks(run: ReportedRun): Content {
  const { name, note, tags } = run;
  const ends = endsOf(run);
  if (!note && tags.length === 0 && ends.length === 0) return null;
  return html`<h3>${name}</h3>${ends.map((said) => html`<p>${said}</p>`)}${tags.length > 0 ? html`<p>${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</p>` : null}${note ? html`<p class="note">${note}</p>` : null}`;
}

/** What there is to say of its end: that there is none yet, that a rule came before it, or learners that stopped. */
function endsOf(run: ReportedRun): string[] {
  const { isOver, endedEarly } = run;
  return [
    ...(isOver ? [] : [translateAll(texts).run.under]),
    ...(endedEarly ? [formatSentence(translate(endedEarly))] : []),
    ...stopsOf(run),
  ];
}

function stopsOf({ config, stopped }: ReportedRun): string[] {
  const t = translateAll(texts).run;
  const labels = armLooks(config, false);
  return stopped.map(({ arm, seed, step, reason }) =>
    t.stopped({
      label: labels[arm]?.label ?? "",
      seed: String(seed),
      step: formatCount(step),
      reason: translate(reason),
    }),
  );
}

/** How every other run's settings differ from the first one's. */
function differences([first, ...others]: readonly ReportedRun[], { inWords }: ReportOptions): Content {
  if (!first || others.length === 0) return null;
  return html`<ul>${others.map(
    (other) =>
      html`<li>${betweenInWords(first.name, other.name)} <strong>${differenceInWords([first.config, other.config], inWords)}</strong></li>`,
  )}</ul>`;
}
