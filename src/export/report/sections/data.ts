import { texts as reportTexts } from "../../../data/report/texts";
import { reportInWords } from "../../../data/report/words";
import { translateAll } from "../../../i18n/translate";
import { type Content, html } from "../../markup";
import type { ReportedRun } from "../reported";
import { texts } from "../texts";

/** What was read of a user's own data: nothing of them is in the report but names of files, columns and classes. */
export function dataOf({ dataReport }: ReportedRun): Content {
  if (!dataReport) return html`<p class="soft">${translateAll(texts).data.made}</p>`;
  const { counted, origins, notes } = reportInWords(dataReport);
  const tallies = counted.map(({ said, left }) => html`<li>${said}${left.length > 0 ? list(left) : null}</li>`);
  const named = origins.map(([name, origin]) => html`<li><strong>${name}</strong> ${origin}</li>`);
  const noted = notes.map((note) => html`<li>${note}</li>`);
  return html`<ul>${tallies}${named}${noted}</ul>${suspicionsOf({ dataReport })}`;
}

/** What of the data may make the numbers say less than they seem to: beside the verdict, too. */
export function suspicionsOf({ dataReport }: Pick<ReportedRun, "dataReport">): Content {
  const suspicions = dataReport ? reportInWords(dataReport).suspicions : [];
  if (suspicions.length === 0) return null;
  return html`<div class="suspicious"><strong>${translateAll(reportTexts).suspicious}</strong>${list(suspicions)}</div>`;
}

function list(lines: readonly string[]): Content {
  return html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`;
}
