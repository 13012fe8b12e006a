import type { ExperimentConfig } from "../config/schema";
import type { Outline } from "../data/interpretation/outline";
import type { DatasetFiles, DatasetSummary } from "../data/types";
import type { BackendName } from "../engine/backend";
import type { Said } from "../i18n/message";
import type { LabId } from "../labs";
import type { LabRow } from "../labs/types";
import type { ObjectiveId } from "../objectives";
import type { RunChange } from "../record/changes";
import type { Environment } from "../record/environment";
import type { TrainerEvent, ViewsPreview } from "../record/events";
import type { BenchmarkOptions, BenchmarkResult } from "../training/benchmark";
import type { ObjectiveInput, ObjectiveOutput } from "../training/evaluateObjective";
import type { ExportedSamples } from "../training/exportedSamples";
import type { ExtractionPart, ExtractionRequest } from "../training/extraction/types";
import type { StateDict } from "../training/stateDict/types";
import type { Watching } from "../training/trace/stepTracer";

/**
 * The messages between the page and the training worker. Everything is structured-cloneable, and is copied, but
 * for state dicts, which are handed over. The page calls `TrainingService` through Comlink and receives `TrainingEvent`s through one listener.
 */

export type {
  LogXiHistogram,
  SignalHistogram,
  StepTiming,
  StepTrace,
  ViewPairs,
  ViewsPreview,
  ViewsSnapshot,
} from "../record/events";

/** Before a run is ready: the share of its data that is loaded, 0..1. */
export interface LoadingEvent {
  type: "loading";
  share: number;
}

/** An event and the run that it belongs to: events of a run that was replaced may still arrive. */
export type TrainingEvent = (TrainerEvent | LoadingEvent) & { runId: number };

/** Called across threads it returns a promise that resolves when the event has arrived. */
export type TrainingListener = (event: TrainingEvent) => unknown;

export type StartResult =
  | { ok: true; runId: number }
  /**
   * `canceled`: the user called the loading of the data off. `outline`: what was found in files that nothing could be made of,
   * where it can be said otherwise what is what. `lacksBackend`: what it would have computed on cannot be had.
   */
  | { ok: false; said: Said; canceled?: boolean; lacksBackend?: boolean; outline?: Outline | null };

/** Where a run begins, other than at step 0 and to be left as it is. */
export interface StartPoint {
  /** Whoever hands it over does not change it afterwards. */
  resumeFrom?: StateDict;
  /** The page begins it by itself: what is large waits until it is asked for. */
  isUnasked?: boolean;
  /** Of the run: those up to the state's step are made already, the others will be. */
  changes?: RunChange[];
}

/** A lab to run: its config as its schema gives it, and the rows that are there already. */
export interface LabRequest {
  id: LabId;
  config: unknown;
  /** The user's own files that its settings name. */
  files: DatasetFiles | null;
  resumeFrom: LabRow[];
  /** Taken where there is no run, whose backend it would be. */
  backend: ExperimentConfig["backend"];
}

export type LabEvent =
  /** Its turn has come. */
  | { type: "started"; environment: Environment }
  /** Share of its data that is loaded, 0..1, where that lasts; 1 once all is there. */
  | { type: "loading"; share: number }
  | { type: "rows"; rows: LabRow[] }
  | { type: "progress"; done: number; total: number }
  /** The last one, whatever came of it. */
  | LabEnd;

export type LabEnd = { type: "finished" } | { type: "canceled" } | { type: "failed"; said: Said };

export type LabListener = (event: LabEvent) => void;

/** What a lab's data is: asked before it is run. */
export type SurveyRequest = Omit<LabRequest, "resumeFrom">;

export type SurveyResult =
  /** `speed`: multiply-accumulates per millisecond of what the lab would train first; null where that was not timed. */
  | { ok: true; dataset: DatasetSummary; environment: Environment; speed: number | null }
  | { ok: false; said: Said; canceled?: boolean };

/** The next part is made once this has resolved: who writes slowly is not flooded. */
export type ExtractionListener = (part: ExtractionPart) => unknown;

/**
 * Answers and events come over different channels: a call is answered once the events that it led to have arrived.
 * Calls need not wait for each other: each takes its turn, but for `pause` and `stop`, which interrupt the training and the
 * loading of data, `cancelLoading` and `cancelLab`.
 */
export interface TrainingService {
  /** Chooses the backend for `choice` and says what it is. */
  environment(choice: ExperimentConfig["backend"]): Promise<Environment>;
  /**
   * Prepares a new run, paused at step 0. The run that is there stays untouched when this fails
   * (bad file, backend not present) or is called off.
   * @param from where the new run goes on from, instead of step 0, and with what changes
   */
  start(
    config: ExperimentConfig,
    files: DatasetFiles | null,
    listener: TrainingListener,
    from?: StartPoint,
  ): Promise<StartResult>;
  resume(): Promise<void>;
  /** Calls off all training that was asked for; resolves once no step is under way. */
  pause(): Promise<void>;
  /** Does n steps (fewer at the end of the run), then pauses; resolves once the training has paused. */
  step(n: number): Promise<void>;
  /** Calls off the loading of data that is under way, if any: that start fails. The run that is there goes on. */
  cancelLoading(): Promise<void>;
  /** Ends the run and frees its memory. */
  stop(): Promise<void>;
  /**
   * All that the run that is there needs to go on elsewhere, to the bit; null without a run. It is of a step between two, whose
   * events have arrived when this is answered; training goes on meanwhile.
   */
  stateDict(): Promise<StateDict | null>;
  /**
   * Changes numbers of the run's config from its next step on, without a restart (config/liveChanges.ts). A run that was at its end
   * is paused again if it has more steps then.
   * @throws PlaygroundError where that cannot be, or there is no run; the run goes on as it was
   */
  change(patch: RunChange["patch"]): Promise<void>;
  /**
   * Views of a few training samples of the run that is there, under an augmentation that need not be its own; null without
   * a run. Training goes on meanwhile, with the same results.
   * @param draw which samples and views, from 0
   */
  previewViews(augmentation: ExperimentConfig["augmentation"], draw: number): Promise<ViewsPreview | null>;
  /**
   * Has the run that is there tell of the samples of its embedding and their views (`samples`), unless it has. Training goes on
   * afterwards, with the same results.
   */
  tellSamples(): Promise<void>;
  /**
   * Which updates are told of one by one (`traced`), of the run that is there and of those to come, until another is asked for.
   * Results stay the same; each that is told of takes a little longer.
   */
  watchSteps(watching: Watching): Promise<void>;
  /** The drawn samples of an update of the run that is there, and their views; null without a run. @param seed its number */
  viewsOfStep(step: number, seed: number): Promise<ViewsPreview | null>;
  /**
   * Embeddings and predictions of a whole split by one learner of the run that is there, as it is between two steps. Training goes on
   * meanwhile, with the same results.
   * @returns whether it came to its end; false where it was called off
   * @throws PlaygroundError where there is no such run, learner or split, or another run takes its place meanwhile
   */
  extract(request: ExtractionRequest, listener: ExtractionListener): Promise<boolean>;
  /** The samples of the run that is there, for a program elsewhere; null without a run. Training goes on meanwhile. */
  exportedSamples(): Promise<ExportedSamples | null>;
  /** Calls off the extractions that are under way. */
  cancelExtractions(): Promise<void>;
  evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput>;
  benchmark(input: BenchmarkOptions): Promise<BenchmarkResult>;
  /**
   * Measures a lab and reports to the listener. A run that trains is paused and kept; whatever is asked of the
   * training meanwhile cancels the lab.
   */
  runLab(request: LabRequest, listener: LabListener): Promise<void>;
  /**
   * Reads a lab's data, which a run of it then has at hand, and times a few steps of what it would train, unless a run is training:
   * that is not disturbed. Another survey calls it off, and so does `cancelSurvey`.
   * @param report told the share that is loaded, 0..1, where it lasts
   */
  surveyLab(request: SurveyRequest, report: (share: number) => void): Promise<SurveyResult>;
  cancelSurvey(): Promise<void>;
  /** Calls a lab off, whether its turn has come or not; the others go on. */
  cancelLab(id: LabId): Promise<void>;
}

/** What the worker itself is asked, by its supervisor. */
export interface WorkerService extends TrainingService {
  /** Backends that others are taken in the place of, from the next run or lab on. */
  avoidBackends(avoided: readonly BackendName[]): Promise<void>;
}
