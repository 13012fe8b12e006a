import type { ExperimentConfig } from "../config/schema";
import { seedNumbers } from "../config/seeds";
import { verbatim } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { english } from "../i18n/translate";
import type { MetricId } from "../metrics";
import type { RunColumns } from "./columns";
import { texts } from "./errors";
import type { MetricSeries } from "./finalValues";
import type { LayerSeries } from "./layers";
import type { RunRecord } from "./record";
import { hasStopped, type StoppedLearner } from "./stopped";

/** Everything that was measured of the learners of a run, learner = arm * seeds + seed. */
export interface MeasuredRun {
  config: ExperimentConfig;
  columns: RunColumns;
  layers: LayerSeries;
  stopped: StoppedLearner[];
}

/** A metric of every learner, as final values are read off it; null where nothing was measured. */
export function seriesOfLearners(
  run: Pick<MeasuredRun, "config" | "columns" | "stopped">,
  metric: MetricId,
): MetricSeries[] | null {
  const column = run.columns.get(metric);
  if (!column || column.length === 0) return null;
  return column.values.map((values, learner) => ({
    values: values.subarray(0, column.length),
    stopped: hasStopped(run, learner),
  }));
}

/** The learners of a record, out of the columns. `columnsOfRecord` and `layersOfRecord` go the other way. */
export function learnersOf({ config, columns, layers, stopped }: MeasuredRun): RunRecord["learners"] {
  const seeds = seedNumbers(config);
  return config.arms.flatMap((_, arm) =>
    seeds.map((seed, i) => {
      const learner = arm * seeds.length + i;
      const end = stopped.find((other) => other.arm === arm && other.seed === seed);
      const ofLayers = layers.series(learner);
      return {
        arm,
        seed,
        ...(end ? { stopped: { step: end.step, reason: english(end.reason) } } : {}),
        series: columns.series(learner),
        ...(ofLayers ? { layers: ofLayers } : {}),
      };
    }),
  );
}

/** The learners of a record that stopped early. */
export function stoppedOfRecord({ learners }: Pick<RunRecord, "learners">): StoppedLearner[] {
  return learners.flatMap(({ arm, seed, stopped }) =>
    stopped ? [{ arm, seed, step: stopped.step, reason: saidIn(stopped.reason) }] : [],
  );
}

/** The reason in a record as what it says in every language; one that is not this version's stays as it is. */
function saidIn(reason: string): Said {
  return Object.values(texts).find((text) => english(text) === reason) ?? verbatim(reason);
}
