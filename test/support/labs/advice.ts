import { LABS, type LabInput } from "../../../src/labs";
import { chosenSettings } from "../../../src/labs/advice/choice";
import { type ArmPlan, CHOICES, experimentOf, reportOf, seedsOf, type Training } from "../../../src/labs/advice/recipe";
import type { AdviceConfig, AdviceRow } from "../../../src/labs/advice/schema";
import { METRIC_IDS, type MetricId } from "../../../src/metrics";

/** Rows as the advice lab's measurement would emit them, of learners whose accuracies are given. */

export interface Learner extends ArmPlan {
  stage: Training["stage"];
  /** Counted from 0 within its stage. */
  seed: number;
}

interface Course {
  /** Final accuracy, of probe and neighbours alike; null where the learner stopped. */
  accuracy: (learner: Learner) => number | null;
  /** Vanishing factor at the end. */
  f?: (learner: Learner) => number;
  /** Share of the run after which half of the accuracy that is learned is there. */
  half?: (learner: Learner) => number;
  data?: Partial<Pick<AdviceRow, "shape" | "trainSamples" | "testSamples" | "checksum">>;
}

const DATA = { shape: "2", trainSamples: 1600, testSamples: 400, checksum: "0badf00d" };
const START = 0.2;
const EVALUATIONS = 20;
const NONE = Object.fromEntries(METRIC_IDS.map((id) => [id, null])) as Record<MetricId, null>;

export function adviceConfig(input: LabInput<"advice"> = {}): AdviceConfig {
  return LABS.advice.schema.parse(input);
}

/** All rows of an answer: those of every setting, and of the settings that they choose. */
export function adviceRows(advice: AdviceConfig, course: Course): AdviceRow[] {
  const choice = CHOICES.flatMap((training) => rowsOf(advice, training, course));
  const chosen = chosenSettings(advice, choice);
  return chosen && chosen !== "stopped" ? [...choice, ...rowsOf(advice, reportOf(chosen), course)] : choice;
}

function rowsOf(advice: AdviceConfig, training: Training, course: Course): AdviceRow[] {
  const { stage } = training;
  const data = { ...DATA, ...course.data };
  const shape = data.shape.split("x").map(Number);
  const experiment = experimentOf(advice, { shape, trainSamples: data.trainSamples }, training);
  const { seed: first, seeds } = seedsOf(advice, stage);
  return training.arms.flatMap((plan, arm) =>
    Array.from({ length: seeds }, (_, seed): AdviceRow => {
      const learner = { ...plan, stage, seed };
      const accuracy = course.accuracy(learner);
      const f = course.f?.(learner) ?? 0.2;
      const { steps, batchSize } = experiment;
      return {
        ...NONE,
        ...plan,
        stage,
        seed: first + seed,
        steps,
        batchSize,
        learningRate: experiment.arms[arm]?.learningRate ?? 0,
        stoppedAt: accuracy === null ? 1 : null,
        ...data,
        probeAccuracy: accuracy,
        knnAccuracy: accuracy,
        vanishingFactor: f,
        curves: curvesOf(steps, { end: accuracy ?? START, half: course.half?.(learner) ?? 0.2, f }),
      };
    }),
  );
}

function curvesOf(steps: number, { end, half, f }: { end: number; half: number; f: number }): AdviceRow["curves"] {
  const shares = Array.from({ length: EVALUATIONS + 1 }, (_, i) => i / EVALUATIONS);
  const learned = (share: number) => (1 - 2 ** (-share / half)) / (1 - 2 ** (-1 / half));
  const accuracy = shares.map((share) => Number((START + (end - START) * learned(share)).toPrecision(5)));
  return {
    step: shares.map((share) => Math.round(share * steps)),
    probeAccuracy: accuracy,
    knnAccuracy: accuracy,
    vanishingFactor: shares.map((share) => 0.97 + (f - 0.97) * learned(share)),
  };
}
