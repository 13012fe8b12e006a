import { type ItemMessages, textsOf } from "../i18n/message";
import { type Translated, translateAll } from "../i18n/translate";
import { HEADLINES, METRIC_GROUPS } from "./groups";
import type { Explanation, Metric } from "./types";

/** What metrics, and the charts that are made for them, say of themselves, in the language of the page. */

type Shown = Pick<Metric, "id" | "label" | "short" | "guide" | "unit" | "source" | "headline">;

export function metricTexts(metric: Shown): Translated<ItemMessages<Shown>> {
  return translateAll(textsOf("metrics", metric));
}

/** The same of any explanation, by the name of what it explains. */
export function explanationTexts(explained: Explanation, id: string): Translated<ItemMessages<Explanation>> {
  return translateAll(textsOf("metrics", explained, id));
}

/** Titles of the large charts. */
export function headlineTexts(): Translated<ItemMessages<typeof HEADLINES>> {
  return translateAll(textsOf("metrics", HEADLINES, "headlines"));
}

/** What the small charts are grouped by. */
export function groupTexts(): Translated<ItemMessages<typeof METRIC_GROUPS>> {
  return translateAll(textsOf("metrics", METRIC_GROUPS, "groups"));
}
