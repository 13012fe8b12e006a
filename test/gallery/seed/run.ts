import { withDataset } from "../../../src/config/kinds";
import { parseConfig } from "../../../src/config/parse";
import { merge } from "../../../src/config/paths";
import { presetConfig } from "../../../src/config/presets";
import type { ExperimentConfig, ExperimentInput } from "../../../src/config/schema";
import { seedNumbers } from "../../../src/config/seeds";
import type { DatasetSummary, OwnFilesStore } from "../../../src/data/types";
import { verbatim } from "../../../src/i18n/errors";
import type { MetricRows } from "../../../src/record/events";
import { createPlayground, type Playground } from "../../../src/session/playground";
import type { PlaygroundState } from "../../../src/session/playgroundState";
import { DEFAULT_VIEW, type ViewSettings } from "../../../src/session/view";
import { type History, memoryHistory } from "../../../src/storage/runs/history";
import type { StepTiming } from "../../../src/worker/protocol";
import { ENVIRONMENT, FakeService } from "../../session/fakeService";
import { DATA, type DataId, previewOf } from "./data";
import { histogramOf, layersOf, signalOf } from "./probes";
import { rowsOf, type Stop } from "./rows";
import { anchorsOf, picturesOf, viewsOf } from "./views";

/** What a page shows: an experiment, and how far its run has come. */
export interface Scene {
  preset?: string;
  /** What differs from the preset. */
  change?: ExperimentInput;
  data?: DataId;
  /** Updates made; none at all with `run: false`. */
  steps?: number;
  run?: false;
  state?: "paused" | "running" | "finished";
  stops?: readonly Stop[];
  view?: Partial<ViewSettings>;
  /** Anything else of the page's state. */
  patch?: (state: PlaygroundState) => Partial<PlaygroundState>;
}

/** Trains nothing; shows views of the data when asked. */
class SeededService extends FakeService {
  summary: DatasetSummary | null = null;

  override async viewsOfStep() {
    return this.summary && previewOf(this.summary, 8);
  }

  override async previewViews() {
    return this.summary && (previewOf(this.summary) as never);
  }
}

const TIMING: StepTiming = { stepsPerSecond: 412, jsMs: 0.62, gpuMs: 1.9, waitMs: 0.4, totalMs: 2.43 };
const PARAMETERS = 61_248;

/** A place for files of a user's own. */
const NOTHING_KEPT: OwnFilesStore = {
  list: async () => [],
  read: async () => null,
  write: async () => undefined,
  remove: async () => undefined,
};

/** A place for runs that keeps none: a row would say when its picture was taken. */
const NO_RUN_KEPT: History = { ...memoryHistory(), keep: () => new Promise(() => undefined) };

/** A page in some state, made by the events that a trainer would send. */
export async function pageOf(scene: Scene = {}): Promise<Playground> {
  const service = new SeededService();
  service.environmentIs = { ...ENVIRONMENT, adapter: "a seeded adapter" };
  const playground = createPlayground(service, {
    redrawInterval: 0,
    settleDelay: 0,
    ownFiles: NOTHING_KEPT,
    history: NO_RUN_KEPT,
  });
  const preset = scene.preset ?? "vanish";
  const config = configOf(preset, scene.change);
  await playground.load({ presetId: preset, config, view: { ...DEFAULT_VIEW, ...scene.view } });
  if (scene.run !== false && playground.state.run) await sendRun(service, config, scene);
  // The page draws what it was sent a moment later, over what would be patched now.
  await new Promise((drawn) => setTimeout(drawn));
  playground.store.setState((state) => ({
    ...(scene.run === false ? { run: null } : {}),
    ...scene.patch?.(state),
  }));
  return playground;
}

export function configOf(preset: string, change: ExperimentInput = {}): ExperimentConfig {
  const ofPreset = presetConfig(preset);
  const base = change.dataset ? withDataset(ofPreset, change.dataset.id) : ofPreset;
  const result = parseConfig(merge(base, change));
  if (!result.ok) throw new Error(`The config of an exhibit is not valid: ${JSON.stringify(result.errors)}`);
  return result.config;
}

async function sendRun(service: SeededService, config: ExperimentConfig, scene: Scene): Promise<void> {
  const { steps = config.steps, stops = [] } = scene;
  const dataset = await DATA[scene.data ?? (config.dataset.id === "points" ? "points" : "glyphs")]();
  service.summary = dataset;
  service.tell({ type: "ready", environment: service.environmentIs, dataset, parameterCount: PARAMETERS });
  if (steps > 0) sendMeasurements(service, { config, dataset, steps, stops });
  if (steps > 0 || scene.state) service.tell({ type: "state", state: scene.state ?? "paused" });
}

interface Measured {
  config: ExperimentConfig;
  dataset: DatasetSummary;
  steps: number;
  stops: readonly Stop[];
}

function sendMeasurements(service: FakeService, { config, dataset, steps, stops }: Measured): void {
  const probed =
    config.gradientProbe.every && Math.floor(steps / config.gradientProbe.every) * config.gradientProbe.every;
  for (const rows of rememberedRows(config, steps, stops)) service.tell({ type: "rows", rows });
  service.tell({ type: "histogram", histogram: histogramOf(config, steps) });
  service.tell({ type: "layers", layers: layersOf(config, probed) });
  service.tell({ type: "signal", signal: signalOf(config, probed) });
  service.tell({ type: "anchors", anchors: anchorsOf(dataset) });
  for (const share of [0, 0.2, 0.5, 0.8, 1])
    service.tell({ type: "views", views: viewsOf(config, dataset, Math.round(share * steps)) });
  service.tell({ type: "samples", samples: picturesOf(dataset) });
  for (const share of [0.25, 0.5, 0.75, 1])
    service.tell({ type: "timing", step: Math.round(share * steps), timing: TIMING });
  const seeds = seedNumbers(config);
  for (const { arm, seed, step } of stops)
    service.tell({ type: "learnerStopped", arm, seed: seeds[seed]!, step, reason: verbatim("the loss is not finite") });
}

/** Most exhibits show the same run. */
const known = new Map<string, MetricRows[]>();

function rememberedRows(config: ExperimentConfig, steps: number, stops: readonly Stop[]): MetricRows[] {
  const key = JSON.stringify([config, steps, stops]);
  const rows = known.get(key) ?? rowsOf(config, steps, stops);
  known.set(key, rows);
  return rows;
}
