import "@mantine/core/styles.layer.css";
import "../../../src/ui/theme.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { RunColumns } from "../../../src/record/columns";
import type { MetricRows } from "../../../src/record/events";
import type { OverlaidRun } from "../../../src/session/overlay/state";
import type { Playground } from "../../../src/session/playground";
import type { Zoom } from "../../../src/session/reading/state";
import { PageProviders } from "../../../src/ui/PageProviders";
import { Race } from "../../../src/ui/race/Race";
import { rowsOf } from "../../gallery/seed/rows";
import { configOf, pageOf } from "../../gallery/seed/run";

/** The first page with a run under way over ten others, each of 10,000 steps and 16 learners; what is measured of it asks for redraws. */

const [RUNS, STEPS] = [10, 10_000];
const CHANGE = { seeds: 8, steps: 2 * STEPS, evaluation: { every: 500 }, gradientProbe: { every: 250 } };

declare global {
  interface Window {
    redraws: {
      /** The run goes on by a step. */
      step(): void;
      zoom(zoom: Zoom | null): void;
      /** Whether the run goes on; everything in sight is drawn at once where it does not. */
      setRunning(isRunning: boolean): void;
    };
  }
}

const config = configOf("vanish", CHANGE);
const rows = rowsOf(config, STEPS);

function overlaid(i: number): OverlaidRun {
  const columns = new RunColumns(config.arms.length * config.seeds);
  for (const { steps, values } of rows) columns.append({ steps, values: times(values, 1 + 0.05 * (i - 4)) });
  const startedAt = new Date(Date.UTC(2026, 0, 1, 9, i)).toISOString();
  return { id: `run ${i}`, name: "", startedAt, presetId: "vanish", config, columns, stopped: [] };
}

function times(values: MetricRows["values"], factor: number): MetricRows["values"] {
  return Object.fromEntries(
    Object.entries(values).map(([metric, own]) => [metric, own.map((value) => factor * value)]),
  );
}

/** As the session does it when a row comes. */
function goOn({ store }: Playground): void {
  const { run, revision } = store.getState();
  if (!run) return;
  const step = run.step + 1;
  const [training] = rowsOf(config, 1) as [MetricRows];
  run.columns.append({ ...training, steps: Int32Array.of(step) });
  store.setState({ run: { ...run, step }, revision: revision + 1 });
}

const playground = await pageOf({
  change: CHANGE,
  steps: STEPS,
  state: "running",
  patch: ({ overlay }) => ({ overlay: { ...overlay, runs: Array.from({ length: RUNS }, (_, i) => overlaid(i)) } }),
});
createRoot(document.getElementById("root") as HTMLElement).render(
  createElement(PageProviders, { playground, scheme: "light" } as never, createElement(Race)),
);
window.redraws = {
  step: () => goOn(playground),
  zoom: (zoom) => playground.store.setState(({ reading }) => ({ reading: { ...reading, zoom } })),
  setRunning: (isRunning) =>
    playground.store.setState(({ run }) => ({ run: run && { ...run, state: isRunning ? "running" : "paused" } })),
};
