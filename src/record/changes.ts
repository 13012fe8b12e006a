import { branchedConfig } from "../config/branch";
import { changedConfig } from "../config/liveChanges";
import type { ExperimentConfig } from "../config/schema";
import { z } from "../data/zod";
import { environmentSchema } from "./environment";

/** What was changed of a run while it went on: with it the run can be repeated from its beginning. */

export const changeSchema = z.strictObject({
  /** Updates made before it; the next one was the first with it. */
  step: z.int().min(0),
  /** Laid over the experiment as it was. */
  patch: z.record(z.string(), z.unknown()),
  /** Where it was trained until then, if it went on elsewhere. */
  environment: environmentSchema.optional(),
  /** Where the run left another one at this step, as a branch of it: that one's id. What was measured before is of that one. */
  branch: z.strictObject({ run: z.string().min(1) }).optional(),
});
export type RunChange = z.output<typeof changeSchema>;

/**
 * The experiment after some changes.
 * @throws PlaygroundError where one of them cannot be made
 */
export function configAfter(config: ExperimentConfig, changes: readonly RunChange[]): ExperimentConfig {
  return changes.reduce(
    (before, { patch, branch }) => (branch ? branchedConfig(before, patch) : changedConfig(before, patch)),
    config,
  );
}

/** Those that were made at a step or before. */
export function changesUpTo(changes: readonly RunChange[], step: number): RunChange[] {
  return changes.filter((change) => change.step <= step);
}
