import type { DatasetSummary } from "../../data/types";
import { validationCount } from "../../data/validation";
import { formatCount, formatFixed } from "../../i18n/format";
import { type Said, say } from "../../i18n/message";
import { type DataFacts, measuredSamples, SMALLEST } from "./recipe";
import type { AdviceConfig } from "./schema";
import { texts } from "./texts";

/** What data is too small for, told before anything is trained on it. */

type Counts = Pick<DatasetSummary, "shape" | "trainCount" | "bank" | "testCount" | "classCounts">;

/** What the answer can be read from: samples that settings are chosen by, and those that it is measured on. */
export function measuredCounts(advice: AdviceConfig, { shape, trainCount, bank, testCount }: Counts) {
  const data: DataFacts = { shape, trainSamples: trainCount };
  // As many are wanted for validation as for the test, of splits that have enough.
  const wanted = measuredSamples(advice, data, Number.POSITIVE_INFINITY);
  return {
    validation: validationCount(bank?.count ?? trainCount, wanted),
    test: measuredSamples(advice, data, testCount),
  };
}

/** Samples of which one weighs no more than the least gain in accuracy that matters. */
const ENOUGH = Math.round(1 / SMALLEST.probe);

/** What the answer will be too coarse for, with the number and what would mend it. */
export function warningsOf(advice: AdviceConfig, data: Counts): Said[] {
  const { validation, test } = measuredCounts(advice, data);
  const rules = [coarse(test, data, texts.check.test), coarse(validation, data, texts.check.validation), missing(data)];
  return rules.filter((said) => said !== null);
}

function coarse(count: number, { trainCount, bank, testCount }: Counts, message: typeof texts.check.test): Said | null {
  if (count >= ENOUGH) return null;
  const total = (bank?.count ?? trainCount) + testCount;
  const needed = count === 0 ? null : Math.ceil((ENOUGH * total) / count);
  return say(message, {
    count,
    points: count === 0 ? formatFixed(100, 0) : formatFixed(100 / count, 1),
    needed: formatCount(needed ?? 10 * ENOUGH),
  });
}

function missing({ classCounts }: Counts): Said | null {
  const classes = classCounts?.test?.filter((count) => count === 0).length ?? 0;
  return classes === 0 ? null : say(texts.check.missing, { classes });
}
