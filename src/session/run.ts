import { changedConfig } from "../config/liveChanges";
import type { ExperimentConfig } from "../config/schema";
import type { DataReport } from "../data/report/report";
import type { DatasetFiles, DatasetSummary } from "../data/types";
import { PlaygroundError } from "../i18n/errors";
import type { Said } from "../i18n/message";
import { buildRecord } from "../record/build";
import { changesUpTo, configAfter, type RunChange } from "../record/changes";
import { RunColumns, updatesMade } from "../record/columns";
import type { EarlyStop } from "../record/earlyStop";
import { EmbeddingHistory } from "../record/embedding/history";
import { type Environment, type EnvironmentRecord, environmentRecord, haveSameNumbers } from "../record/environment";
import type { AnchorBatch, SamplePictures, StepTrace, TrainerEvent } from "../record/events";
import { LayerSeries } from "../record/layers";
import { learnersOf } from "../record/learners";
import type { RunRecord } from "../record/record";
import { newRunId } from "../record/runId";
import type { StoppedLearner } from "../record/stopped";
import { withTrace } from "../record/trace/kept";
import { earlyStopRecord } from "../record/words/earlyStop";
import type { LogXiHistogram, SignalHistogram, StepTiming, ViewsSnapshot } from "../worker/protocol";
import { texts } from "./errors";
import { type Pace, paceAfter, resumedPace } from "./pace";

/** One run as the page sees it. `columns`, `layers` and `embeddings` are filled in place; everything else is replaced when it changes. */
export interface Run {
  /** The same for all that is kept of it, and for a run that goes on from a checkpoint of it. */
  id: string;
  /** As it is trained now. */
  config: ExperimentConfig;
  /** As it began: with the changes, all that the run is. */
  startConfig: ExperimentConfig;
  changes: RunChange[];
  files: DatasetFiles | null;
  presetId: string | null;
  startedAt: string;
  columns: RunColumns;
  layers: LayerSeries;
  environment: Environment | null;
  dataset: DatasetSummary | null;
  /** What was read of data that a user brought; of a kept run, too. */
  dataReport: DataReport | null;
  /** Trainable numbers of one learner. */
  parameterCount: number;
  /** Updates made so far. */
  step: number;
  timing: StepTiming | null;
  pace: Pace | null;
  histogram: LogXiHistogram | null;
  signal: SignalHistogram | null;
  /** What the similarities of the views are of. */
  anchors: AnchorBatch | null;
  views: ViewsSnapshot | null;
  /** What the embedding of the views is of. */
  samples: SamplePictures | null;
  /** Where its samples lay earlier in the run; filled in place. */
  embeddings: EmbeddingHistory;
  /** Of the updates of late that were watched, the oldest first. */
  traces: readonly StepTrace[];
  stopped: StoppedLearner[];
  /** Null unless one of its own rules has ended it. */
  stoppedEarly: EarlyStop | null;
  state: "paused" | "running" | "finished" | "failed";
  failure: Said | null;
  /** Share of the fine-tuning after the last step that is done, 0..1; null unless it is under way. */
  fineTuning: number | null;
  /** Time spent training, without the stretch that is under way. */
  trainedMs: number;
  /** When the stretch under way began. */
  runningSince: number | null;
}

/** A run that nothing is known of yet but what it was asked for. */
export function newRun(config: ExperimentConfig, files: DatasetFiles | null, presetId: string | null): Run {
  const startedAt = new Date().toISOString();
  return {
    id: newRunId(startedAt),
    config,
    startConfig: config,
    changes: [],
    files,
    presetId,
    startedAt,
    columns: new RunColumns(config.arms.length * config.seeds),
    layers: new LayerSeries(),
    environment: null,
    dataset: null,
    dataReport: null,
    parameterCount: 0,
    step: 0,
    timing: null,
    pace: null,
    histogram: null,
    signal: null,
    anchors: null,
    views: null,
    samples: null,
    embeddings: new EmbeddingHistory(),
    traces: [],
    stopped: [],
    stoppedEarly: null,
    state: "paused",
    failure: null,
    fineTuning: null,
    trainedMs: 0,
    runningSince: null,
  };
}

/** Notes in the run where it was trained until now, if it goes on elsewhere. Returns whether it does: then it is the same no longer to the bit. */
export function noteMove(run: Run, before: EnvironmentRecord, now: Environment): boolean {
  if (haveSameNumbers(before, now)) return false;
  run.changes = [...run.changes, { step: run.step, patch: {}, environment: before }];
  return true;
}

/** Takes an event into the run. Returns whether the page should show it at once, rather than with the next redraw. */
export function applyEvent(run: Run, event: TrainerEvent, now = performance.now()): boolean {
  const handle = HANDLERS[event.type] as Handler<TrainerEvent>;
  handle(run, event, now);
  return SHOWN_AT_ONCE.has(event.type);
}

type Handler<E extends TrainerEvent> = (run: Run, event: E, now: number) => void;

const SHOWN_AT_ONCE: ReadonlySet<TrainerEvent["type"]> = new Set([
  "ready",
  "changed",
  "learnerStopped",
  "stoppedEarly",
  "state",
  "failed",
]);

const HANDLERS: { readonly [T in TrainerEvent["type"]]: Handler<Extract<TrainerEvent, { type: T }>> } = {
  ready(run, { environment, dataset, parameterCount }) {
    if (run.environment) noteMove(run, environmentRecord(run.environment), environment);
    Object.assign(run, { environment, dataset, dataReport: dataset.report ?? null, parameterCount });
  },
  rows(run, { rows }, now) {
    run.columns.append(rows);
    run.step = Math.max(run.step, updatesMade(rows));
    run.columns.clock.note(run.step, trainedMs(run, now));
  },
  histogram(run, { histogram }) {
    run.histogram = histogram;
  },
  layers(run, { layers }) {
    run.layers.append(layers);
  },
  signal(run, { signal }) {
    run.signal = signal;
  },
  anchors(run, { anchors }) {
    run.anchors = anchors;
  },
  views(run, { views }) {
    run.views = run.embeddings.add(views);
  },
  samples(run, { samples }) {
    run.samples = samples;
  },
  traced(run, { trace }) {
    run.traces = withTrace(run.traces, trace);
  },
  timing(run, { timing, step }, now) {
    run.timing = timing;
    run.pace = paceAfter(run.pace, step, timing, now);
    run.step = Math.max(run.step, step);
  },
  fineTuning(run, { share }) {
    run.fineTuning = share;
  },
  changed(run, { change }) {
    run.changes = [...run.changes, change];
    run.config = changedConfig(run.config, change.patch);
    // Said again where it still holds.
    run.stoppedEarly = null;
  },
  stoppedEarly(run, { stop }) {
    run.stoppedEarly = stop;
  },
  learnerStopped(run, { arm, seed, step, reason }) {
    run.stopped = [...run.stopped, { arm, seed, step, reason }];
  },
  state(run, { state }, now) {
    countTime(run, state === "running", now);
    if (state === "running") run.pace = resumedPace(run.pace, run.step, now);
    Object.assign(run, { state, fineTuning: null });
  },
  rewound(run, { step }) {
    const changes = changesUpTo(run.changes, step);
    Object.assign(run, {
      step,
      changes,
      config: configAfter(run.startConfig, changes),
      columns: run.columns.upTo(step),
      layers: run.layers.upTo(step),
      traces: run.traces.filter((trace) => trace.step < step),
      // Said again where they still hold.
      stopped: [],
      stoppedEarly: null,
      fineTuning: null,
    });
  },
  failed(run, { said }, now) {
    countTime(run, false, now);
    Object.assign(run, { state: "failed", fineTuning: null, failure: said });
  },
};

function countTime(run: Run, running: boolean, now: number): void {
  if (run.runningSince !== null) run.trainedMs += now - run.runningSince;
  run.runningSince = running ? now : null;
}

/** Time spent training up to now, in milliseconds. */
export function trainedMs(run: Run, now = performance.now()): number {
  return run.trainedMs + (run.runningSince === null ? 0 : now - run.runningSince);
}

/**
 * What a record says of a run beside what was measured.
 * @throws PlaygroundError before its environment is known
 */
export function factsOf(run: Run) {
  if (!run.environment) throw new PlaygroundError(texts.noRecord);
  return {
    config: run.startConfig,
    changes: run.changes,
    environment: environmentRecord(run.environment),
    ...(run.dataReport && { dataReport: run.dataReport }),
    startedAt: run.startedAt,
    durationMs: trainedMs(run),
    stepsDone: run.step,
    ...(run.stoppedEarly && { stoppedEarly: earlyStopRecord(run.stoppedEarly, run.config) }),
  };
}

/** The run as a record. Only a run whose environment is known has one. */
export function recordOf(run: Run): RunRecord {
  return buildRecord({
    ...factsOf(run),
    ...(run.columns.clock.isEmpty ? {} : { clock: run.columns.clock.points }),
    learners: learnersOf(run),
  });
}
