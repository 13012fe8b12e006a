import { experimentSchema } from "../config/schema";
import { dataReportSchema } from "../data/report/schema";
import { z } from "../data/zod";
import { METRIC_IDS } from "../metrics";
import { changeSchema } from "./changes";
import { earlyStopSchema } from "./earlyStop";
import { environmentSchema } from "./environment";

/** The document that an experiment leaves behind: everything needed to read, compare and repeat it. */

export const RECORD_SCHEMA = 2;

const metricId = z.enum(METRIC_IDS);
const column = z.array(z.number().nullable());

/** Gradient variance of each parameter tensor of a learner at the steps of the gradient probe: [step][layer]. */
const layerSchema = z.strictObject({
  name: z.array(z.string()),
  step: z.array(z.int().min(0)),
  gradientVariance: z.array(column),
  /** Share of noise in a batch's squared gradient; null without any gradient. */
  gradientNoise: z.array(column),
  /** Quantiles of the variance of the layer's single parameters. */
  varianceQuantiles: z.strictObject({ p10: z.array(column), p50: z.array(column), p90: z.array(column) }),
});
export type LayerRecord = z.output<typeof layerSchema>;

export const clockSchema = z.strictObject({ step: z.array(z.int().min(1)), ms: z.array(z.number().min(0)) });

const learnerSchema = z.strictObject({
  arm: z.int().min(0),
  seed: z.int().min(0),
  /** Set when the learner stopped early: the step and why. */
  stopped: z.strictObject({ step: z.int().min(0), reason: z.string() }).optional(),
  series: z
    .object({ step: z.array(z.int().min(0)) })
    .and(z.partialRecord(metricId, column).or(z.record(z.string(), column))),
  /** Absent where the gradient probe was off. */
  layers: layerSchema.optional(),
});

export const recordSchema = z.strictObject({
  schema: z.literal(RECORD_SCHEMA),
  app: z.strictObject({ name: z.string(), version: z.string() }),
  /** As the run began. */
  config: experimentSchema,
  /** Absent where nothing was changed while it went on. */
  changes: z.array(changeSchema).min(1).optional(),
  environment: environmentSchema,
  /** What was read of data that a user brought, and what is suspicious of them; absent where the data were made here, as before this was kept. */
  dataReport: dataReportSchema.optional(),
  startedAt: z.iso.datetime(),
  durationMs: z.number().min(0),
  stepsDone: z.int().min(0),
  /** Absent unless one of its own rules ended the run before its last step. */
  stoppedEarly: earlyStopSchema.optional(),
  /** Milliseconds spent training at some of the steps; absent where nobody looked at the clock, as before this was kept. */
  clock: clockSchema.optional(),
  learners: z.array(learnerSchema),
  /**
   * Final values over the seeds of each arm; `paired` compares the same values. A learner's final value is the one at
   * the last step at which the metric was measured, and for a metric of every training step the mean over the last 50
   * steps. A learner that stopped has none.
   */
  summary: z.partialRecord(
    metricId,
    z.array(z.strictObject({ mean: z.number().nullable(), sd: z.number().nullable(), n: z.int().min(0) })),
  ),
  paired: z.array(
    z.strictObject({
      metric: metricId,
      armA: z.int().min(0),
      armB: z.int().min(0),
      /** Mean over seeds of (arm B - arm A). */
      difference: z.number().nullable(),
      /** 95 % t interval; null below two seeds. */
      ci95: z.tuple([z.number(), z.number()]).nullable(),
      n: z.int().min(0),
    }),
  ),
});
export type RunRecord = z.output<typeof recordSchema>;
