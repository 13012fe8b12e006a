import type { ExperimentConfig } from "../../../src/config/schema";
import type { MetricId } from "../../../src/metrics";
import { METRICS } from "../../../src/metrics";
import type { MetricRows } from "../../../src/record/events";
import { valueAt } from "./curves";

/** A learner that stops, and where. */
export interface Stop {
  arm: number;
  seed: number;
  step: number;
}

/** What the trainer would have measured of a run up to a step: rows of the training steps, and of both probes. */
export function rowsOf(config: ExperimentConfig, upTo: number, stops: readonly Stop[] = []): MetricRows[] {
  const training = Array.from({ length: upTo }, (_, step) => step);
  const rows = [
    rowsAt(config, training, "step", stops),
    rowsAt(config, multiples(config.gradientProbe.every, upTo), "gradientProbe", stops),
    rowsAt(config, multiples(config.evaluation.every, upTo), "evaluation", stops),
  ];
  return rows.filter(({ steps }) => steps.length > 0);
}

function multiples(every: number, upTo: number): number[] {
  return every === 0 ? [] : Array.from({ length: Math.floor(upTo / every) + 1 }, (_, i) => i * every);
}

function rowsAt(config: ExperimentConfig, steps: number[], cadence: string, stops: readonly Stop[]): MetricRows {
  const metrics = (Object.keys(METRICS) as MetricId[]).filter((id) => METRICS[id].cadence === cadence);
  const values = metrics.map((metric) => [metric, columnOf(config, metric, steps, stops)]);
  return { steps: Int32Array.from(steps), values: Object.fromEntries(values) };
}

/** [row][learner], as the events have it. */
function columnOf(config: ExperimentConfig, metric: MetricId, steps: number[], stops: readonly Stop[]): Float32Array {
  const { seeds, arms } = config;
  return Float32Array.from(
    steps.flatMap((step) =>
      Array.from({ length: arms.length * seeds }, (_, learner) => {
        const [arm, seed] = [Math.floor(learner / seeds), learner % seeds];
        const isStopped = stops.some((stop) => stop.arm === arm && stop.seed === seed && step > stop.step);
        return isStopped ? Number.NaN : valueAt(metric, { arm, seed, step, share: step / config.steps });
      }),
    ),
  );
}
