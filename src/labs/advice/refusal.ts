import type { DatasetSummary } from "../../data/types";
import { type Said, say } from "../../i18n/message";
import { texts } from "./errors";

/** Data that there can be no answer on. */

/** Two batches of four beside a fifth for validation. */
const FEWEST_SAMPLES = 10;

/** Why there can be no answer on data, with what would have to be brought; null where there can. */
export function refusalOf({ labeled, classCounts, classNames, trainCount }: DatasetSummary): Said | null {
  if (!labeled || !classCounts?.test) return texts.unlabeled;
  if (classNames.length < 2) return say(texts.oneClass, { name: classNames[0] ?? "" });
  return trainCount < FEWEST_SAMPLES ? say(texts.tooFew, { count: trainCount, least: FEWEST_SAMPLES }) : null;
}
