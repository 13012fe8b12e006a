import type { StepTrace } from "../events";

/** The updates of late that were watched: so many that one can look back, so few that memory stays small. */

/** Updates that are looked back on. Of eight samples, an arm takes 1.5 KB: two arms 0.6 MB in all, eight arms 2.4 MB. */
export const KEPT_TRACES = 200;

/** The traces with a newer one, without the oldest where there are too many. */
export function withTrace(kept: readonly StepTrace[], trace: StepTrace, most = KEPT_TRACES): StepTrace[] {
  return [...kept.slice(Math.max(0, kept.length + 1 - most)), trace];
}

/** The kept trace of an update, or of the last one before it; the latest for null, and null where there is none. */
export function traceAt(kept: readonly StepTrace[], step: number | null): StepTrace | null {
  if (step === null) return kept.at(-1) ?? null;
  return kept.findLast((trace) => trace.step <= step) ?? kept[0] ?? null;
}
