import { saidOfErrors } from "../config/configError";
import { defaults, parseConfig } from "../config/parse";
import { merge } from "../config/paths";
import { PRESETS } from "../config/presets";
import type { ConfigResult, ExperimentConfig, ExperimentInput } from "../config/schema";
import { PlaygroundError } from "../i18n/errors";
import { say } from "../i18n/message";
import { LABS, type LabConfig, type LabId, type LabInput, type LabRowOf } from "../labs";
import { parseLab } from "../labs/parse";
import type { LabResult } from "../labs/types";
import { OBJECTIVE_IDS, OBJECTIVES, type ObjectiveId } from "../objectives";
import type { RunChange } from "../record/changes";
import { type EnvironmentRecord, environmentRecord } from "../record/environment";
import type { RunRecord } from "../record/record";
import type { BenchmarkOptions, BenchmarkResult } from "../training/benchmark";
import type { ObjectiveInput, ObjectiveOutput } from "../training/evaluateObjective";
import type { EmbeddingInput } from "./embeddings/wish";
import { texts } from "./errors";
import type { Health } from "./health/health";
import { goesToEnd, train } from "./lesson/pace";
import { refuseVisitor, speaker } from "./locks/locks";
import { saidOfNotice } from "./notices";
import type { Playground } from "./playground";
import type { PlaygroundState } from "./playgroundState";
import { type QueueApi, queueApi } from "./queue/api";
import { type RunsApi, runsApi } from "./runs/api";

interface Progress {
  step: number;
  steps: number;
  stepsPerSecond: number | null;
}

interface RunOptions {
  /** What is changed while the run goes on, at which steps: the `changes` of a record repeat its run. */
  changes?: RunChange[];
  /** Called with each redraw while the run goes on. */
  onProgress?: (progress: Progress) => void;
}

interface LabOptions {
  /** Called with each redraw while the lab goes on. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

interface EmbeddingOptions {
  /** Called with the share that is written, 0..1. */
  onProgress?: (share: number) => void;
}

/** One lab, for consoles, tests and scripts. */
interface LabApi<I extends LabId> {
  defaults(): LabConfig<I>;
  /**
   * Measures, shown on the lab's page as it goes. Rows of the same config that a cancel or a reload left are gone on
   * from; a config that was measured to its end is measured anew. Canceled, it resolves to the rows so far.
   * @throws Error with the reason when the config is wrong or the measurement breaks
   */
  run(config?: LabInput<I>, options?: LabOptions): Promise<LabResult<LabConfig<I>, LabRowOf<I>>>;
  cancel(): Promise<void>;
  /**
   * What was measured with the settings that the lab's page shows, also by an earlier visit.
   * @throws Error when that is nothing
   */
  result(): Promise<LabResult<LabConfig<I>, LabRowOf<I>>>;
}

/** `window.playground`: what the page can do, for consoles, tests and scripts. Everything it does shows on the page. */
export interface PlaygroundApi {
  readonly version: string;
  /** Resolves when the first run is prepared, has failed to be, or waits for a download that nobody has asked for yet. */
  readonly ready: Promise<void>;
  /** Backend and adapter that the training runs on. */
  environment(): Promise<EnvironmentRecord>;
  defaults(): ExperimentConfig;
  presets(): { id: string; title: string; config: ExperimentConfig }[];
  validate(config: unknown): ConfigResult;
  /**
   * Runs an experiment from start to end, also past the stop step of a lesson: a whole page's console is its author's. Throws with the
   * reason when it cannot be started or breaks, or where a frame's lesson does not let it go to its end.
   */
  run(config?: ExperimentInput, options?: RunOptions): Promise<RunRecord>;
  /** Starts over, with a config or the settings of the page, and trains as far as Play does. */
  start(config?: ExperimentInput): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Does n updates (1 when not given), then pauses. */
  step(n?: number): Promise<void>;
  /** Back to step 0, paused. */
  reset(): Promise<void>;
  /** Ends the run and frees its memory; what was measured stays on the page. */
  stop(): Promise<void>;
  /**
   * Changes the run on the page from its next step on, without a restart: learning rate, temperature, weight decay, schedules, the arms'
   * own learning rates and temperatures, the number of steps. The record says so in `changes`.
   * @throws Error with the reason where the run cannot take that over; it goes on as it was
   */
  change(patch: ExperimentInput): Promise<void>;
  record(): RunRecord;
  readonly runs: RunsApi;
  readonly queue: QueueApi;
  /** The run on the page as a `.safetensors` file, to go on from: its state, config and step, and what was measured so far. */
  checkpoint(): Promise<Blob>;
  /**
   * Prepares the run of a checkpoint in place of the one on the page, paused at its step.
   * @param checkpoint a file, or the id of a run of which one is kept
   * @throws Error with the reason where it cannot be read, or does not fit
   */
  restore(checkpoint: Blob | string): Promise<void>;
  /**
   * Embeddings of a split by one learner of the run on the page, and what kNN and the linear probe take its samples for, as a file for
   * use elsewhere. The run goes on meanwhile; all rows are of the step at which this began.
   * @throws Error with the reason where something is asked for that there is not, or the run is replaced
   */
  embeddings(input?: EmbeddingInput, options?: EmbeddingOptions): Promise<File>;
  /**
   * The run on the page as a program in PyTorch: `train.py`, and all files that it asks for.
   * @param input `weights: false` leaves the learners' state out
   * @throws Error that names what of the run cannot be exported
   */
  exportPyTorch(input?: { weights?: boolean }): Promise<{ script: string; files: File[] }>;
  objectives(): { id: ObjectiveId; label: string }[];
  evaluate(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput>;
  benchmark(input: BenchmarkOptions): Promise<BenchmarkResult>;
  lab<I extends LabId>(id: I): LabApi<I>;
  /** How the page is, for a report of what does not work: nothing private is in it. */
  health(): Promise<Health>;
}

/** `window.playground`, as the README documents it. */
export function createApi(playground: Playground, version: string, ready: Promise<void>): PlaygroundApi {
  const { service } = playground;
  return {
    version,
    ready,
    environment: async () => {
      const { environment, draft } = playground.state;
      return environmentRecord(environment ?? (await service.environment(draft.backend)));
    },
    defaults,
    presets: () => PRESETS.map(({ id, title, config }) => ({ id, title, config: mustParse(config) })),
    validate: parseConfig,
    run: (config, options) => runToEnd(playground, ready, config, options),
    start: async (config) => {
      await prepare(playground, ready, config);
      await train(playground, Number.POSITIVE_INFINITY);
    },
    pause: () => playground.pause(),
    resume: () => playground.play(),
    step: (n = 1) => playground.step(n),
    reset: async () => prepare(playground, ready),
    stop: () => playground.stop(),
    change: async (patch) => {
      refuseVisitor(playground.state, merge(playground.state.draft, patch));
      await playground.liveChanges.change(patch);
    },
    record: () => playground.record(),
    runs: runsApi(playground, ready),
    queue: queueApi(playground, ready),
    checkpoint: () => playground.checkpoints.save(),
    restore: async (checkpoint) => {
      await ready;
      const { checkpoints, goingOn } = playground;
      const by = speaker(playground.state);
      const restored = typeof checkpoint === "string" ? goingOn.goOn(checkpoint, by) : checkpoints.open(checkpoint, by);
      if (!(await restored)) throwNotice(playground);
    },
    embeddings: async (input, { onProgress } = {}) => {
      const { embeddingsOf } = await import("./embeddings/ofPage");
      const written = await embeddingsOf(playground, input, onProgress);
      if (!written) throw new PlaygroundError(texts.canceled);
      return written.file;
    },
    exportPyTorch: async (input) => {
      const { pytorchOf } = await import("./pytorch/ofPage");
      const { script, files } = await pytorchOf(playground, input);
      return { script, files: files.map(({ path, content }) => new File([content as BlobPart], path)) };
    },
    objectives: () => OBJECTIVE_IDS.map((id) => ({ id, label: OBJECTIVES[id].label })),
    evaluate: (id, input) => service.evaluateObjective(id, input),
    health: async () => (await import("./health/health")).healthOf(playground, window),
    benchmark: (input) => service.benchmark(input),
    lab: (id) => labApi(playground, ready, id),
  };
}

function labApi<I extends LabId>(playground: Playground, ready: Promise<void>, id: I): LabApi<I> {
  if (!Object.hasOwn(LABS, id)) throw new PlaygroundError(say(texts.noLab, { id, labs: Object.keys(LABS).join(", ") }));
  const result = async () => (await playground.labs.result(id)) as LabResult<LabConfig<I>, LabRowOf<I>>;
  return {
    defaults: () => LABS[id].schema.parse({}) as LabConfig<I>,
    run: async (config, { onProgress } = {}) => {
      await ready;
      const parsed = parseLab(id, config ?? {});
      if (!parsed.ok) throw new PlaygroundError(saidOfErrors(parsed.errors));
      playground.setPage(id);
      playground.labs.setConfig(id, parsed.config);
      const unsubscribe = playground.store.subscribe(({ labs }, before) => {
        if (labs[id] !== before.labs[id]) onProgress?.({ done: labs[id].done, total: labs[id].total });
      });
      const end = await playground.labs.run(id).finally(unsubscribe);
      if (end.type === "failed") throw new PlaygroundError(end.said);
      return result();
    },
    cancel: () => playground.labs.cancel(id),
    result,
  };
}

function mustParse(input: unknown): ExperimentConfig {
  const result = parseConfig(input);
  if (!result.ok) throw new PlaygroundError(saidOfErrors(result.errors));
  return result.config;
}

/** Prepares a run of `input`, or of the page's settings; throws what the page would have shown as a notice. */
async function prepare(
  playground: Playground,
  ready: Promise<void>,
  input?: ExperimentInput,
  changes?: RunChange[],
): Promise<void> {
  await ready;
  if (input !== undefined) {
    const draft = mustParse(input);
    refuseVisitor(playground.state, draft);
    playground.store.setState({ presetId: null, draft, draftErrors: [] });
  }
  if (!(await playground.restart(changes))) throwNotice(playground);
}

/** @throws PlaygroundError what the page says last */
function throwNotice(playground: Playground): never {
  const notice = playground.state.notices.at(-1);
  throw new PlaygroundError(notice ? saidOfNotice(notice) : texts.notStarted);
}

/** @throws PlaygroundError where a frame's console would train past what its lesson allows */
function refuseLesson(state: PlaygroundState, input?: ExperimentInput): void {
  const { steps } = input === undefined ? state.draft : mustParse(input);
  if (speaker(state) === "visitor" && !goesToEnd(state, steps)) throw new PlaygroundError(texts.lesson);
}

async function runToEnd(
  playground: Playground,
  ready: Promise<void>,
  input?: ExperimentInput,
  { onProgress, changes }: RunOptions = {},
): Promise<RunRecord> {
  await ready;
  refuseLesson(playground.state, input);
  await prepare(playground, ready, input, changes);
  const startedAt = playground.state.run?.startedAt;
  const ended = new Promise<void>((resolve, reject) => {
    const unsubscribe = playground.store.subscribe(({ run }) => {
      if (!run) return;
      onProgress?.({ step: run.step, steps: run.config.steps, stepsPerSecond: run.timing?.stepsPerSecond ?? null });
      if (run.startedAt === startedAt && run.state !== "finished" && run.state !== "failed") return;
      unsubscribe();
      if (run.startedAt !== startedAt) reject(new PlaygroundError(texts.replaced));
      else if (run.state === "failed") reject(new PlaygroundError(run.failure ?? texts.failed));
      else resolve();
    });
  });
  await Promise.all([playground.service.resume(), ended]);
  return playground.record();
}
