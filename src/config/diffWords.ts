import { translateAll } from "../i18n/translate";
import { type ConfigChange, describeConfigDiff } from "./diff";
import type { ExperimentConfig } from "./schema";
import { texts } from "./texts";

/** How two experiments differ, as the page and its reports say it. */

/** A change of one setting in words. */
export interface ChangeWords {
  name: string;
  before: string;
  after: string;
}

/** `Batch size 32 → 8, Temperature 0.1 → 0.05`, or that they are the same. @param inWords what settings and their values are called */
export function differenceInWords(
  [first, other]: readonly [ExperimentConfig, ExperimentConfig],
  inWords: (change: ConfigChange) => ChangeWords,
): string {
  const t = translateAll(texts);
  const changes = describeConfigDiff(first, other).map((change) => t.change({ ...inWords(change) }));
  return changes.join(", ") || t.alike;
}

/** `From A to B:`, before what is said of their difference. */
export function betweenInWords(first: string, last: string): string {
  return translateAll(texts).between({ first, last });
}
