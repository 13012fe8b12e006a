import type { DataReport } from "../data/report/report";
import { texts } from "../data/report/texts";
import { reportInWords } from "../data/report/words";
import { translate } from "../i18n/translate";

/** What was read of a user's data, as lines of text. */

/** All of it: what was taken, what was left out and why, and what is suspicious. */
export function dataLines(report: DataReport): string[] {
  const { counted, origins, notes } = reportInWords(report);
  return printable([
    ...counted.flatMap(({ said, left }) => [said, ...left.map((reason) => `  - ${reason}`)]),
    ...origins.map(([name, origin]) => `${name}: ${origin}`),
    ...notes,
    ...suspicionLines(report),
  ]);
}

/** What may make the numbers of a run say less than they seem to; no line where there is nothing. */
export function suspicionLines(report: DataReport | null): string[] {
  const suspicions = report ? reportInWords(report).suspicions : [];
  if (suspicions.length === 0) return [];
  return printable([`${translate(texts.suspicious)}:`, ...suspicions.map((suspicion) => `  - ${suspicion}`)]);
}

/** A name may hold what steers a terminal. */
function printable(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/\p{Cc}/gu, "\ufffd"));
}
