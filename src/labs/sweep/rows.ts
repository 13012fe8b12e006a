import type { ExperimentConfig } from "../../config/schema";
import type { Said } from "../../i18n/message";
import { english } from "../../i18n/translate";
import { METRIC_IDS, type MetricId } from "../../metrics";
import { rateOf } from "../training/rates";
import type { Outcome } from "../training/train";
import type { Place } from "./grid";
import type { Choice } from "./rates";
import type { SweepRow } from "./schema";

const UNMEASURED = Object.fromEntries(METRIC_IDS.map((id) => [id, null])) as Record<MetricId, null>;

/** The row of a cell that cannot be run. Rows are kept and exported, so that theirs are English words. */
export function problemRow({ x, y }: Place, problem: Said): SweepRow {
  const learner = { arm: null, seed: null, steps: null, stoppedAt: null, learningRate: null };
  return {
    x,
    y,
    problem: english(problem),
    ...learner,
    validationAccuracy: null,
    msPerStep: null,
    together: null,
    packingGain: null,
    ...UNMEASURED,
    curves: {},
  };
}

interface CellFacts {
  /** One per arm, where the rates were searched for. */
  choices: readonly Choice[] | null;
  msPerStep: number | null;
  /** Absent where the cell was trained alone. */
  pack?: { together: number; packingGain: number };
}

/** The rows of a cell's learners. @param config what they were trained with */
export function outcomeRows(
  { x, y }: Place,
  config: ExperimentConfig,
  outcomes: readonly Outcome[],
  { choices, msPerStep, pack }: CellFacts,
): SweepRow[] {
  return outcomes.map(({ arm, seed, stoppedAt, finals, curves }) => ({
    x,
    y,
    problem: null,
    arm,
    seed,
    steps: config.steps,
    stoppedAt,
    learningRate: rateOf(config, config.arms[arm]),
    validationAccuracy: choices?.[arm]?.accuracy ?? null,
    msPerStep,
    together: pack?.together ?? 1,
    packingGain: pack?.packingGain ?? null,
    ...finals,
    curves,
  }));
}
