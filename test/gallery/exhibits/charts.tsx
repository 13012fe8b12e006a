import { NO_ANCHOR } from "../../../src/session/anchor/state";
import { overlaidRun } from "../../../src/session/overlay/overlay";
import CeilingFigure from "../../../src/ui/ceiling/CeilingFigure";
import { AnchorWeight } from "../../../src/ui/charts/anchor/AnchorWeight";
import { ChartOptions } from "../../../src/ui/charts/ChartOptions";
import { Headline } from "../../../src/ui/charts/Headline";
import { LayerVariance } from "../../../src/ui/charts/LayerVariance";
import { MetricGrid } from "../../../src/ui/charts/MetricGrid";
import { FinalValues } from "../../../src/ui/charts/overlay/FinalValues";
import { OverlayStrip } from "../../../src/ui/charts/overlay/OverlayStrip";
import { SignalHistogram } from "../../../src/ui/charts/SignalHistogram";
import type { Exhibit, Room } from "../exhibit";
import { runsBehind } from "../seed/behind";
import { pageOf, type Scene } from "../seed/run";
import { choose, openTable, pointAt, settle } from "./acts";
import { embeddings } from "./embeddings";
import { figures } from "./figure";

/** Room for two large charts beside each other, or for several small ones. */
const WIDE = 1080;

const Anchor = () => <AnchorWeight height={250} />;

function headline(id: string, title: string, scene: Scene, act?: Exhibit["act"]): Exhibit {
  return { id: `headline-${id}`, title, width: WIDE, playground: () => pageOf(scene), content: Headline, act };
}

const LOGARITHMIC = { lossScale: "log", variance: "gradientVariance", varianceScale: "log" } as const;
const FOUR_ARMS = {
  arms: [
    { objective: "infoNce" },
    { objective: "flatNce" },
    { objective: "dcl" },
    { objective: "infoNce", temperature: 0.2, label: "InfoNCE at 0.2" },
  ],
} as const;

/** Some values of one learner that no axis should be made for. */
const withSpikes: Scene["patch"] = ({ run }) => {
  const values = run?.columns.get("infoNce")?.values[0];
  for (const row of [200, 201, 640]) values?.fill(90, row, row + 1);
  return {};
};

/** The run as the ghost of one with larger batches: against samples it would reach further. */
const overItself: Scene["patch"] = ({ run, overlay }) => {
  if (!run) return {};
  const ghost = { ...overlaidRun(run), id: "ghost", config: { ...run.config, batchSize: 2 * run.config.batchSize } };
  return { overlay: { ...overlay, ghost: { ...ghost, startedAt: "2026-01-03T14:05:00.000Z" } } };
};

const over =
  (count: number): NonNullable<Scene["patch"]> =>
  ({ overlay }) => ({ overlay: { ...overlay, runs: runsBehind(count) } });
const overTen = over(10);
const overFour: Scene["patch"] = (state) => ({ ...over(4)(state), reading: { ...state.reading, pinned: 200 } });

/** The large charts, in what they can be. */
export const charts: Room = {
  id: "charts",
  title: "Charts",
  about: "The headline and what stands below it, with seeded runs of two arms and three seeds.",
  exhibits: [
    ...figures,
    ...embeddings,
    headline("finished", "Headline of a finished run", { state: "finished" }),
    headline("logarithmic", "Headline on logarithmic axes", { state: "finished", view: LOGARITHMIC }),
    headline("difference", "Headline as the paired difference", { view: { difference: true } }),
    headline("stopped", "Headline with learners that stopped", {
      stops: [
        { arm: 0, seed: 1, step: 420 },
        { arm: 0, seed: 2, step: 610 },
      ],
    }),
    headline("arms", "Headline of four arms", { change: { arms: [...FOUR_ARMS.arms] } }),
    headline("raw", "Headline without smoothing, half way", { steps: 430, state: "running", view: { smoothing: 0 } }),
    headline("waiting", "Headline before the first step", { steps: 0 }),
    headline("off", "Headline with all probes off", {
      steps: 0,
      change: { gradientProbe: { every: 0 }, evaluation: { every: 0 } },
    }),
    headline("samples", "Headline against samples, on a logarithmic axis", { view: { x: "samples", xScale: "log" } }),
    headline("zoomed", "Headline zoomed, with a pinned step", {
      patch: ({ reading }) => ({ reading: { ...reading, zoom: [200, 420], pinned: 300 } }),
    }),
    headline("one-curve", "Headline with an arm switched off", {
      patch: ({ reading }) => ({ reading: { ...reading, hidden: ["FlatNCE"] } }),
    }),
    headline("no-curve", "Headline with all arms switched off", {
      patch: ({ reading }) => ({ reading: { ...reading, hidden: ["InfoNCE", "FlatNCE"] } }),
    }),
    headline("outliers", "Headline with values far from all others", { patch: withSpikes }),
    headline("overlay", "Headline over the run before", { patch: overItself }),
    headline(
      "overlay-many",
      "Headline over ten selected runs, with the cursor in it",
      { patch: overTen },
      pointAt(0.55),
    ),
    headline(
      "overlay-by-run",
      "Headline over four selected runs, colored by run, with a pinned step",
      { patch: overFour, view: { runColors: "run" } },
      pointAt(0.4),
    ),
    {
      id: "overlay-strip",
      title: "Ten runs behind, with the choice of their colors",
      width: 640,
      playground: () => pageOf({ patch: overTen }),
      content: OverlayStrip,
    },
    {
      id: "overlay",
      title: "The runs behind",
      width: 640,
      playground: () => pageOf({ patch: overItself }),
      content: OverlayStrip,
    },
    {
      id: "final-values",
      title: "Final values of two runs",
      width: 640,
      playground: () => pageOf({ patch: overItself }),
      content: FinalValues,
    },
    headline("table", "Headline as tables", {}, openTable),
    { id: "options", title: "How charts are drawn", width: 640, playground: () => pageOf(), content: ChartOptions },
    { id: "anchor", title: "Weight of an anchor", width: 640, playground: () => pageOf(), content: Anchor },
    {
      id: "anchor-marked",
      title: "Weight of an anchor, one of them chosen",
      width: 640,
      playground: () => pageOf({ patch: () => ({ anchor: { ...NO_ANCHOR, chosen: 3 } }) }),
      content: Anchor,
    },
    {
      id: "anchor-waiting",
      title: "Weight of an anchor, before the first step",
      width: 640,
      playground: () => pageOf({ steps: 0 }),
      content: Anchor,
    },
    {
      id: "ceiling",
      title: "The ceiling of a small batch",
      width: 640,
      playground: () => pageOf(),
      content: CeilingFigure,
      act: settle,
    },
    { id: "layers", title: "Noise of the layers", playground: () => pageOf(), content: LayerVariance },
    {
      id: "layers-quantiles",
      title: "Variances of the layers' parameters",
      playground: () => pageOf(),
      content: LayerVariance,
      act: choose("varianceQuantiles"),
    },
    {
      id: "layers-waiting",
      title: "Noise of the layers, before the first probe",
      playground: () => pageOf({ steps: 0 }),
      content: LayerVariance,
    },
    { id: "signal", title: "Signal of the parameters", playground: () => pageOf(), content: SignalHistogram },
    {
      id: "signal-waiting",
      title: "Signal of the parameters, before the first probe",
      playground: () => pageOf({ steps: 0 }),
      content: SignalHistogram,
    },
    {
      id: "diagnostics",
      title: "All diagnostics",
      width: WIDE,
      playground: () => pageOf({ state: "finished", change: { evaluation: { fineTune: { steps: 100 } } } }),
      content: MetricGrid,
    },
    {
      id: "diagnostics-one-arm",
      title: "All diagnostics of one arm, before the first step",
      width: WIDE,
      playground: () => pageOf({ steps: 0, change: { arms: [{ objective: "flatNce" }] } }),
      content: MetricGrid,
    },
  ],
};
