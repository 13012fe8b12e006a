import { armLooks } from "../../config/arms";
import { ENGLISH } from "../../i18n/locale";
import { METRICS, type MetricId } from "../../metrics";
import type { MetricColumn } from "../../record/columns";
import { describe } from "../../record/statistics/describe";
import type { PlaygroundState } from "../playgroundState";
import type { Run } from "../run";
import { shownRun } from "../shown";
import type { EmbedMetrics, EmbedState } from "./messages";

/** What a host is told of a run: numbers as they were measured, and nothing where none was. */

export const METRIC_IDS = Object.keys(METRICS) as MetricId[];

/** Where the run stands. */
export function stateFor(state: PlaygroundState): EmbedState {
  const { run, draft, presetId, environment } = state;
  const config = run?.config ?? draft;
  return {
    phase: phaseOf(state),
    step: run?.step ?? 0,
    steps: config.steps,
    preset: presetId,
    arms: labelsOf(config),
    backend: environment?.backend ?? null,
  };
}

/** Its phase alone, which is asked for with every change of the page. */
export function phaseOf({ run, starting, poster }: PlaygroundState): EmbedState["phase"] {
  if (poster) return "poster";
  return starting ? "starting" : (run?.state ?? "paused");
}

/** The latest values of some metrics, or of all that were measured; null before there is a run. */
export function metricsFor(state: PlaygroundState, wanted?: readonly string[]): EmbedMetrics | null {
  const run = shownRun(state);
  if (!run) return null;
  const ids = METRIC_IDS.filter((id) => (wanted ? wanted.includes(id) : run.columns.get(id) !== undefined));
  const values = Object.fromEntries(ids.map((id) => [id, latest(run, run.columns.get(id))]));
  return { step: run.step, arms: labelsOf(run.config), values };
}

function latest({ config }: Run, column: MetricColumn | undefined): EmbedMetrics["values"][string] {
  if (!column || column.length === 0) return null;
  const row = column.length - 1;
  const means = config.arms.map((_, arm) => {
    const seeds = column.values.slice(arm * config.seeds, (arm + 1) * config.seeds);
    return describe(seeds.map((values) => values[row] as number)).mean;
  });
  return { step: column.steps[row] as number, means };
}

function labelsOf(config: PlaygroundState["draft"]): string[] {
  return armLooks(config, false, ENGLISH).map(({ label }) => label);
}
