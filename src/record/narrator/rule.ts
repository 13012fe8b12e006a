import type { Said } from "../../i18n/message";
import type { MetricId } from "../../metrics";
import type { Reading } from "./reading";

/** What a rule is: from the numbers of a run to a sentence, or to nothing. */

/** A sentence with its reason. */
export interface Finding {
  /** One sentence that stands by itself. */
  says: Said;
  /** The numbers that it rests on and the bounds that they passed, in sentences. */
  because: Said;
  /** What was measured, the most important first; whose definitions and sources are the metrics' own. */
  from: readonly MetricId[];
}

export interface Rule<Texts = object> {
  /** Its sentences, which catalogs translate. */
  texts: Texts;
  /** Whether it may speak at once: of what cannot be taken back. Others have to hold a while. */
  isFinal?: true;
  /** The finding, or nothing where the numbers do not carry one. Never throws, whatever a record has. */
  read(reading: Reading): Finding | null;
}

/** A rule as its file writes it. */
export function defineRule<Texts extends object>(rule: Rule<Texts>): Rule<Texts> {
  return rule;
}
