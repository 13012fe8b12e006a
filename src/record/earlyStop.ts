import { STOP_RULES } from "../config/stopRules";
import { z } from "../data/zod";

/** How a run ended that one of its own rules (`stop` of its config) ended before its last step. */

export const earlyStopSchema = z.strictObject({
  /** Updates made. */
  step: z.int().min(0),
  rule: z.enum(STOP_RULES),
  /** In English. */
  reason: z.string(),
});

export type EarlyStop = Omit<z.output<typeof earlyStopSchema>, "reason">;
