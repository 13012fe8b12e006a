import { z } from "../../data/zod";
import { METRIC_IDS, type MetricId } from "../../metrics";

/** A number that may not exist. */
export const measured = z.number().nullable();

const finals = Object.fromEntries(METRIC_IDS.map((id) => [id, measured])) as Record<MetricId, typeof measured>;

/** What a row has of a learner that was trained: every metric at its end, and on the way there. */
export const learnerMetrics = {
  ...finals,
  /** At the steps of `step`. */
  curves: z.record(z.string(), z.array(measured)),
};
