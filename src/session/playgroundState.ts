import type { StoreApi } from "zustand/vanilla";
import { presetConfig } from "../config/presets";
import type { ConfigError, ExperimentConfig } from "../config/schema";
import type { Outline } from "../data/interpretation/outline";
import type { DatasetFiles, OwnFileSet, StoredFile } from "../data/types";
import type { Said } from "../i18n/message";
import type { Environment } from "../record/environment";
import type { CheckpointHead } from "../storage/checkpoints/checkpointStore";
import type { PastRun } from "../storage/runs/pastRun";
import type { StoreId } from "../storage/stores";
import type { Unreadable } from "../storage/unreadable";
import type { Page } from "./address/page";
import { type AnchorState, NO_ANCHOR } from "./anchor/state";
import { type Embed, NOT_EMBEDDED } from "./embed/part";
import { type EmbeddingLook, FRESH_LOOK } from "./embedding/state";
import type { Fault } from "./health/fault";
import { freshLabs, type LabStates } from "./labs/labState";
import type { DataSurvey } from "./labs/surveyState";
import { freshLearn, type LearnState } from "./learn/state";
import { type LessonState, NO_LESSON } from "./lesson/state";
import type { Reference } from "./overlay/reference";
import { NO_OVERLAY, type OverlayState } from "./overlay/state";
import { type Arrangement, EVERYTHING } from "./panels/arrangement";
import { NO_SCENE, type ProjectorState } from "./projector/state";
import { EMPTY_QUEUE, type QueueState } from "./queue/state";
import { type ChartReading, FRESH_READING } from "./reading/state";
import type { Run } from "./run";
import type { ImportCount } from "./runs/importCount";
import { AT_FIRST, type SlowState } from "./slow/state";
import type { TourStand } from "./tour/captions";
import { DEFAULT_VIEW, type ViewSettings } from "./view";

/** Something that the user should know; the words are the interface's, `detail` is the message of the cause. */
export interface Notice {
  id: number;
  kind:
    | "startFailed"
    | "waitsForPlay"
    | "workerMissing"
    | "runFailed"
    | "workerCrashed"
    | "recovered"
    | "invalidAddress"
    | "invalidConfig"
    | "changeRefused"
    | "settingsLocked"
    | "checkpointRefused"
    | "checkpointsNotKept"
    | "otherAdapter"
    | "savingFailed"
    | "copyingFailed"
    | "runsLeftOut"
    | "historyUnavailable"
    | "storageFull"
    | "runNotOpened"
    | "runsElsewhere"
    | "notQueued"
    | "labsUnavailable"
    | "labNotOpened"
    | "filesNotKept"
    | "updateWaiting"
    | "updatedElsewhere";
  detail: Said | null;
  errors: ConfigError[];
}

/** What was brought, and the shape of its samples. */
export interface RefusedData {
  dataset: ExperimentConfig["dataset"];
  files: DatasetFiles | null;
  shape: number[];
}

/** Settings whose data has fewer training samples than a batch, and a size of batch that it fills. */
interface ShortData {
  config: ExperimentConfig;
  presetId: string | null;
  files: DatasetFiles | null;
  batchSize: number;
}

/** What was brought and could not be made a data set of, and what was found in it. */
export interface Misread extends Omit<RefusedData, "shape"> {
  outline: Outline;
}

/** What the settings were before they were set up, and since. */
export interface AppliedSetup {
  before: Pick<PlaygroundState, "draft" | "draftErrors" | "presetId" | "files">;
  after: ExperimentConfig;
  shape: number[];
}

/** An experiment that was opened from elsewhere on the page, and what it was there. */
interface Origin {
  from: Said;
  page: Page;
  config: ExperimentConfig;
}

export type PlaygroundStore = StoreApi<PlaygroundState>;

export interface PlaygroundState {
  page: Page;
  labs: LabStates;
  /** The chapter that is open, and what the reader has tried. */
  learn: LearnState;
  presetId: string | null;
  /** What the settings show: the experiment to come. May be invalid while `draftErrors` says why. */
  draft: ExperimentConfig;
  draftErrors: ConfigError[];
  files: DatasetFiles | null;
  /** Path of a setting that was asked for by name, until it has the focus. */
  sought: string | null;
  /** How many changes of the settings can be taken back, and made again. */
  settingsSteps: { past: number; future: number };
  /** Files of the user's own that were brought for a lab. */
  labFiles: DatasetFiles | null;
  /** What was found in the data of the lab that was looked at last. */
  survey: DataSurvey | null;
  /** Downloads that are kept on this device. */
  kept: StoredFile[];
  /** Files of the user's own that are kept on this device. */
  ownFiles: OwnFileSet[];
  /** Data whose samples the settings do not take: nothing came of it yet. */
  refusedData: RefusedData | null;
  /** Data that does not fill a batch: nothing came of it yet. */
  shortData: ShortData | null;
  /** Data that could not be read, where it can be said what is what in it, until something else was started. */
  misread: Misread | null;
  /** The last time that the settings were set up for what the samples are. */
  setup: AppliedSetup | null;
  /** Where the experiment of the settings was opened from; null where it was not. */
  origin: Origin | null;
  view: ViewSettings;
  /** What of the page is shown, and what on it can be changed. */
  arrangement: Arrangement;
  /** The lesson that the page is, and what was said in it. */
  lesson: LessonState;
  /** Whether the page stands in another one, and whose. */
  embed: Embed;
  /** Of a frame nothing but its poster is there: nobody has pressed Play, and nothing that trains was loaded. */
  poster: boolean;
  /** What somebody looks at in the charts. */
  reading: ChartReading;
  /** What is drawn behind the run that is shown. */
  overlay: OverlayState;
  /** What the link has for runs to be held to, until it is dismissed; drawn behind them, and measured by nobody here. */
  reference: Reference | null;
  /** Name of the chart that has all the room of the middle. */
  enlarged: string | null;
  /** Samples that are looked at, in all the pictures of them. */
  anchor: AnchorState;
  embedding: EmbeddingLook;
  /** The gallery of presets is open. */
  presetsOpen: boolean;
  /** Whether points are drawn, and the kept drawing that is drawn on; null where it is the one that was left. */
  drawing: { opened: boolean; kept: string | null };
  /** Where the guided tour stands; null while there is none. */
  tour: TourStand | null;
  slow: SlowState;
  projector: ProjectorState;
  run: Run | null;
  /** A kept run that is shown in the place of the current one; nothing of it can change. */
  opened: Run | null;
  /** Id of the kept run that is being read, to be shown. */
  opening: string | null;
  /** The run of `opened`, where a reload has brought it back and nobody has opened it. */
  reopened: string | null;
  /** Of runs that can be gone on with; the latest first. */
  checkpoints: CheckpointHead[];
  /** The run that was interrupted, as long as nobody has said what is to become of it. */
  interrupted: CheckpointHead | null;
  /** The run was begun by the page itself, and nobody has taken it over with Play, a step or a reset yet. */
  unasked: boolean;
  /** Counts redraws: changes when the columns of the run may have grown. */
  revision: number;
  starting: boolean;
  /** Share of the data of the run under preparation that is loaded, 0..1; null while nothing is loaded. */
  loading: number | null;
  environment: Environment | null;
  /** Multiply-accumulates per millisecond of the last run that was timed. */
  rate: number | null;
  notices: Notice[];
  /** What went wrong in this visit, the latest last. */
  faults: readonly Fault[];
  /** The runs that are kept, newest first. */
  history: PastRun[];
  /** Those of them that are marked, by their ids, in the order in which they were. */
  selected: string[];
  /** Those that were just deleted and can be put back, how many; another object after each deletion. */
  removed: { readonly count: number } | null;
  /** Experiments that are lined up. */
  queue: QueueState;
  /** What came of the records that were brought last; null once that was read. */
  imports: ImportCount | null;
  /** What the stores hold that this version cannot read. */
  unreadable: Record<StoreId, Unreadable[]>;
}

/** Before an address is read. */
export function freshState(): PlaygroundState {
  return {
    page: "race",
    labs: freshLabs(),
    learn: freshLearn(),
    presetId: null,
    draft: presetConfig(null),
    draftErrors: [],
    files: null,
    sought: null,
    settingsSteps: { past: 0, future: 0 },
    labFiles: null,
    survey: null,
    kept: [],
    ownFiles: [],
    refusedData: null,
    shortData: null,
    misread: null,
    setup: null,
    origin: null,
    view: DEFAULT_VIEW,
    arrangement: EVERYTHING,
    lesson: NO_LESSON,
    embed: NOT_EMBEDDED,
    poster: false,
    reading: FRESH_READING,
    overlay: NO_OVERLAY,
    reference: null,
    enlarged: null,
    anchor: NO_ANCHOR,
    embedding: FRESH_LOOK,
    presetsOpen: false,
    drawing: { opened: false, kept: null },
    tour: null,
    slow: AT_FIRST,
    projector: NO_SCENE,
    run: null,
    opened: null,
    reopened: null,
    opening: null,
    checkpoints: [],
    interrupted: null,
    unasked: false,
    revision: 0,
    starting: false,
    loading: null,
    environment: null,
    rate: null,
    notices: [],
    faults: [],
    history: [],
    selected: [],
    queue: EMPTY_QUEUE,
    removed: null,
    imports: null,
    unreadable: { runs: [], labs: [] },
  };
}
