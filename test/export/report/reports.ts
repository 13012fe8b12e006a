import type { ReportedRun, ReportOptions } from "../../../src/export/report/reported";
import type { RunRecord } from "../../../src/record/record";
import { importedRun } from "../../../src/session/runs/imported";
import { reportedRun } from "../../../src/session/runs/reported";
import { openedRun } from "../../../src/session/runs/row";

/** Reports of records, and what is in them. */

export const OPTIONS: ReportOptions = {
  verdictMetric: "probeAccuracy",
  smoothing: 0.9,
  page: "https://example.org/playground/",
  inWords: ({ path, before, after }) => ({
    name: path,
    before: JSON.stringify(before) ?? "",
    after: JSON.stringify(after) ?? "",
  }),
  pause: () => Promise.resolve(),
  now: new Date("2026-01-31T12:05:00Z"),
};

/** A record as a report takes it, by the way of an imported run. */
export function reportedOf(
  record: RunRecord,
  said: Partial<Pick<ReportedRun, "name" | "note" | "tags">> = {},
): ReportedRun {
  const read = importedRun(record);
  if (!read.ok) throw new Error("the record is none");
  return reportedRun(openedRun(read.config.row, read.config.series), { name: "A run", note: "", tags: [], ...said });
}

/** Every tag of a document; text and attributes have no angle brackets. */
export function tagsOf(document: string): string[] {
  return document.match(/<[^>]*>/g) ?? [];
}

/** A section's part of a document. */
export function sectionOf(document: string, id: string): string {
  const from = document.indexOf(`<section id="${id}">`);
  return document.slice(from, document.indexOf("</section>", from));
}

/** The exact numbers of a part of a document, in order. */
export function numbersIn(part: string): number[] {
  return [...part.matchAll(/<data value="([^"]*)">/g)].flatMap(([, value]) => (value ?? "").split(" ").map(Number));
}
