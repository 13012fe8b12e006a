import type { ReadingReport } from "../../../src/data/report/report";
import { english } from "../../../src/i18n/translate";

/** All that a report says, a line each. */
export function sentencesOf({
  sources = [],
  samples,
  labels,
  split,
  notes = [],
  suspicions = [],
}: ReadingReport): string {
  const tallies = [...sources, ...(samples ? [samples] : [])].flatMap(({ of, found, taken, left }) => [
    `${of}: ${taken} of ${found}`,
    ...left.map(({ count, why, names }) => `${count} ${english(why)}: ${names.join(", ")}`),
  ]);
  const said = [labels, split, ...notes, ...suspicions.map((suspicion) => suspicion.said)];
  return [...tallies, ...said.flatMap((one) => (one ? [english(one)] : []))].join("\n");
}
