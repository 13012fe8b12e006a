import type { ExperimentInput } from "../../../src/config/schema";
import { seedNumbers } from "../../../src/config/seeds";
import { verbatim } from "../../../src/i18n/errors";
import { english } from "../../../src/i18n/translate";
import type { MetricId } from "../../../src/metrics";
import { RunColumns } from "../../../src/record/columns";
import type { RuleId } from "../../../src/record/narrator";
import { narrate, type Remark } from "../../../src/record/narrator/narrate";
import type { Narrated } from "../../../src/record/narrator/reading";
import { tinyConfig } from "../../support/experiment";

/** Runs whose numbers are written down, to be narrated. */

/** A value of a learner at a step; a number alone is the value of all. */
type Series = number | ((at: { step: number; arm: number; seed: number }) => number);

export interface Written extends Partial<Pick<Narrated, "metric" | "isOver" | "step">> {
  config?: ExperimentInput;
  /** Of every step. */
  steps?: Partial<Record<MetricId, Series>>;
  /** Of single steps. */
  probes?: { at: number[]; of: Partial<Record<MetricId, Series>> }[];
  /** Learners that stopped: arm, place of the seed, step. */
  stopped?: [arm: number, seed: number, step: number][];
}

/** By default over, after 200 steps, with nothing measured. */
export function narrated({ config = {}, steps = {}, probes = [], stopped = [], ...given }: Written): Narrated {
  const experiment = tinyConfig({ batchSize: 8, steps: 200, optimizer: { id: "sgd", learningRate: 0.1 }, ...config });
  const { arms, seeds } = experiment;
  const columns = new RunColumns(arms.length * seeds);
  const step = given.step ?? experiment.steps;
  const append = (at: number[], of: Partial<Record<MetricId, Series>>) => {
    for (const [metric, series] of Object.entries(of) as [MetricId, Series][]) {
      const value = typeof series === "number" ? () => series : series;
      const values = at.flatMap((row) =>
        arms.flatMap((_, arm) => Array.from({ length: seeds }, (_, seed) => value({ step: row, arm, seed }))),
      );
      columns.append({ steps: Int32Array.from(at), values: { [metric]: Float32Array.from(values) } });
    }
  };
  append([...Array(step).keys()], steps);
  for (const { at, of } of probes) append(at, of);
  return {
    config: experiment,
    columns,
    step,
    isOver: true,
    metric: "probeAccuracy",
    armA: 0,
    armB: 1,
    dataset: null,
    stopped: stopped.map(([arm, seed, at]) => ({
      arm,
      seed: seedNumbers(experiment)[seed] ?? 0,
      step: at,
      reason: verbatim("not finite"),
    })),
    ...given,
  };
}

/** What one rule says, in English, or null. */
export function said(id: RuleId, written: Written): string | null {
  const remark = narrate(narrated(written)).find((own) => own.id === id);
  return remark ? english(remark.says) : null;
}

/** Everything that a remark says, in English. */
export function wordsOf({ says, because }: Remark): string {
  return `${english(says)} ${english(because)}`;
}

/** ln K of the batch of 8 that is narrated, K = 2 * 8 - 1. */
export const LOG_K = Math.log(15);

/** A value for each arm; none for those after the last. */
export const byArm =
  (...values: number[]) =>
  ({ arm }: { arm: number }) =>
    values[arm] ?? Number.NaN;

/** The same with other fields. */
export function but(written: Written, changes: Written): Written {
  return { ...written, ...changes, config: { ...written.config, ...changes.config } };
}

export const WITH_QUEUE = { queue: { size: 16 } } as const;
