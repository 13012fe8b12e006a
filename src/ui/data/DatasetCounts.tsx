import type { DatasetSummary } from "../../data/types";
import { formatCount, formatSentence } from "../../i18n/format";
import { useTexts } from "../language/useTexts";
import { describeShape } from "./describeShape";
import { texts } from "./texts";

/** How much of what there is, as a sentence. */
export function DatasetCounts({ dataset: { trainCount, bank, testCount, shape } }: { dataset: DatasetSummary }) {
  const t = useTexts(texts);
  const said = { train: formatCount(trainCount), test: formatCount(testCount), shape: describeShape(shape) };
  if (!bank) return formatSentence(t.summary.counts(said));
  return formatSentence(t.summary.countsWithBank({ ...said, bank: formatCount(bank.count) }));
}
