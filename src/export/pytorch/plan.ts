import { armLabel } from "../../config/arms";
import type { ArmConfig, ExperimentConfig } from "../../config/schema";
import { STOP_RULES, type StopRule } from "../../config/stopRules";
import { ruleOf } from "../../config/temperature";
import type { PublicSetId } from "../../data/sources/public/sets";
import { english } from "../../i18n/translate";
import { planEncoder } from "../../models";
import type { EncoderPlan } from "../../models/types";
import { objectiveOf } from "../../objectives";
import type { Objective } from "../../objectives/types";
import { onOneLine } from "./python";

/** What the script is told of the data. */
export interface DataFacts {
  /** Of a sample, [H, W, C] or [D]. */
  shape: readonly number[];
  classes: number;
  /** Whether both views of a sample are of two points. */
  isPaired: boolean;
  hasLabels: boolean;
  /** The published set whose files the script reads, where its samples do not go along. */
  published?: PublicSetId | null;
}

/** An experiment as the sections of the script ask for it. */
export interface ScriptPlan {
  config: ExperimentConfig;
  data: DataFacts;
  encoder: EncoderPlan;
  /** Labels are whatever a user typed, on one line. */
  arms: { arm: ArmConfig; objective: Objective; label: string }[];
  /** Which rules of the temperature there are. */
  rules: ReadonlySet<string>;
  /** Numbers that are trained beside the encoder: the temperature's, then the objectives' own; 0 without any. */
  learned: number;
  seesLabels: boolean;
  hasMemory: boolean;
  hasQueue: boolean;
  isRounded: boolean;
  /** Whether encoders may compute in float16 with `--amp`: where an arm's loss does, and the device can; else in bfloat16. */
  hasHalf: boolean;
  /** Rules of its own that may end the run before its last step. */
  stops: StopRule[];
  /** Which learners train side by side, since each depends on the others: those of a seed, all, or none. */
  sideBySide: "seed" | "all" | null;
  /** Updates that the optimizer made before it began anew. */
  since: number;
  /** Whether learners go along, from which the script goes on. */
  hasWeights: boolean;
}

/** What the script is told of the learners. */
export interface LearnerFacts {
  since: number;
  hasWeights: boolean;
}

export function planScript(config: ExperimentConfig, data: DataFacts, learners: LearnerFacts): ScriptPlan {
  const arms = config.arms.map((arm) => ({
    arm,
    objective: objectiveOf(arm.objective),
    label: onOneLine(english(armLabel(arm))),
  }));
  const rules = new Set(config.arms.map((arm) => ruleOf(config, arm)));
  const own = Math.max(...arms.map(({ objective }) => objective.learned));
  const stops = STOP_RULES.filter((rule) => config.stop[rule] > 0);
  return {
    config,
    data,
    encoder: planEncoder(config.encoder, data.shape),
    arms,
    rules,
    learned: own > 0 || rules.has("learned") ? 1 + own : 0,
    seesLabels: arms.some(({ objective }) => objective.kind === "labels"),
    hasMemory: arms.some(({ objective }) => objective.memory !== null),
    hasQueue: config.queue.size > 0,
    isRounded: config.arms.some(({ precision = "float32" }) => precision !== "float32"),
    hasHalf: config.arms.some(({ precision }) => precision === "float16"),
    stops,
    sideBySide: sideBySide(config, stops),
    ...learners,
  };
}

function sideBySide({ optimizer }: ExperimentConfig, stops: readonly StopRule[]): ScriptPlan["sideBySide"] {
  if (stops.length > 0) return "all";
  return optimizer.matchGradientNorm ? "seed" : null;
}
