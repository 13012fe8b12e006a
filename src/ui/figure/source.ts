import { armLooks } from "../../config/arms";
import { captionOf } from "../../export/plate/caption";
import type { ChartedRun } from "../../export/report/reported";
import { metricsOf } from "../../export/report/sections/charts";
import type { MetricId } from "../../metrics";
import { verdictOf } from "../../record/verdict";
import { measuredWords, type VerdictWords } from "../../record/words/verdict";
import { drawnRuns } from "../../session/overlay/state";
import type { Playground } from "../../session/playground";
import type { Run } from "../../session/run";
import { valueInWords } from "../../session/settings/changeInWords";
import { runName } from "../runs/runName";
import { shownRunOrThrow } from "../saving";
import type { Choices } from "./choices";
import { type PageAxis, pageAxis } from "./pageAxis";

/** What a figure is made from, as it was when the dialog was opened: what is measured meanwhile is not in it. */
export interface FigureSource {
  run: ChartedRun;
  /** The runs behind it. */
  others: readonly ChartedRun[];
  /** What was measured, the large charts' metrics first. */
  metrics: readonly MetricId[];
  smoothing: number;
  /** What the charts of the page are drawn against; null where that is nothing else, or where the run has no place on it. */
  page: PageAxis | null;
  captionFor(choices: Pick<Choices, "metrics" | "asOnPage">): string;
}

/** @throws PlaygroundError where no run is shown */
export function figureSource(playground: Playground): FigureSource {
  const { view, overlay } = playground.state;
  const run = shownRunOrThrow(playground);
  const own = chartedRun(run, playground);
  const { config } = own;
  const verdict = verdictWords(run, playground);
  const others = drawnRuns(overlay, run.id).map((other) => ({ ...other, changes: [], name: runName(other) }));
  const trainCount = run.dataset?.trainCount ?? null;
  const page = pageAxis(playground.state, [own, ...others], trainCount);
  return {
    run: own,
    others,
    page,
    metrics: metricsOf([own]).map(({ id }) => id as MetricId),
    smoothing: view.smoothing,
    captionFor: ({ metrics, asOnPage }) =>
      captionOf({
        run: own,
        metrics,
        axis: asOnPage && page ? view.x : "step",
        data: valueInWords("dataset.id", config.dataset.id),
        optimizer: valueInWords("optimizer.id", config.optimizer.id),
        smoothed: view.smoothing > 0,
        verdict,
      }),
  };
}

function chartedRun(run: Run, { state }: Playground): ChartedRun {
  const kept = state.history.find(({ id }) => id === run.id);
  const { startConfig: config, changes } = run;
  const columns = run.state === "running" ? run.columns.upTo(run.step) : run.columns;
  return { config, changes, columns, name: runName({ ...run, name: kept?.name ?? "", config }) };
}

function verdictWords(run: Run, { state }: Playground): VerdictWords | null {
  const { accuracy: metric, armA, armB } = state.view;
  const verdict = verdictOf(run, metric, armA, armB);
  if (verdict.kind !== "measured") return null;
  const labels = armLooks(run.config, false).map(({ label }) => label);
  const isOver = run.state === "finished" || run.state === "failed";
  const course = { isOver, isTraining: false, isShort: isOver, steps: run.config.steps };
  return measuredWords({ verdict, metric, a: labels[armA] ?? "", b: labels[armB] ?? "" }, course);
}
