import type { ExperimentConfig } from "../../src/config/schema";
import type { DatasetFiles, DatasetSummary } from "../../src/data/types";
import { verbatim } from "../../src/i18n/errors";
import type { Said } from "../../src/i18n/message";
import type { LabId } from "../../src/labs";
import type { RunChange } from "../../src/record/changes";
import type { Environment } from "../../src/record/environment";
import type { TrainerEvent, ViewsPreview } from "../../src/record/events";
import type { ExportedSamples } from "../../src/training/exportedSamples";
import type { ExtractionPart, ExtractionRequest } from "../../src/training/extraction/types";
import type { StateDict } from "../../src/training/stateDict/types";
import type { Watching } from "../../src/training/trace/stepTracer";
import type {
  ExtractionListener,
  LabEvent,
  LabListener,
  LabRequest,
  LoadingEvent,
  SurveyRequest,
  SurveyResult,
  TrainingListener,
  TrainingService,
} from "../../src/worker/protocol";

/** As the program knows it and as a record has it: nothing was refused. */
export const ENVIRONMENT = {
  backend: "webgpu",
  adapter: "test adapter",
  software: false,
  userAgent: "test",
  tfjs: "4.22.0",
  refused: [],
  kernels: "fused",
  kernelsRefused: null,
} satisfies Environment;

/** A single point. */
export const DATASET: DatasetSummary = {
  id: "points",
  title: verbatim(""),
  shape: [2],
  classNames: [],
  trainCount: 1,
  testCount: 1,
  labeled: true,
  classCounts: null,
  statistics: { mean: [0, 0], deviation: [1, 1] },
  samples: { values: new Float32Array(2), labels: null, count: 1 },
};

/** A service that trains nothing: it notes what it is asked, and a test says what it tells. */
export class FakeService implements TrainingService {
  calls: string[] = [];
  started: ExperimentConfig[] = [];
  environmentIs: Environment = ENVIRONMENT;
  /** Message with which the next start fails. */
  failure: string | null = null;
  /** The same in the program's own words. */
  refusal: Said | null = null;
  /** Of the run that is there. */
  state: StateDict | null = null;
  /** What every run is of. */
  dataset: DatasetSummary = DATASET;
  /** Labs that were asked for. */
  labRequests: LabRequest[] = [];
  /** Surveys that were asked for, and what comes of them; null while none is over. */
  surveyRequests: SurveyRequest[] = [];
  surveyed: SurveyResult | null = null;
  /** Extractions that were asked for, and what comes of each. */
  samples: ExportedSamples | null = null;
  extractions: ExtractionRequest[] = [];
  extracted: ExtractionPart[] = [];
  private listener: TrainingListener | null = null;
  private labListener: LabListener | null = null;

  tell(event: TrainerEvent | LoadingEvent): void {
    this.listener?.({ ...event, runId: this.started.length });
  }

  /** Tells of a step's loss, the same for all learners. */
  tellLoss(step: number, value: number): void {
    const config = this.started.at(-1) as ExperimentConfig;
    const loss = new Float32Array(config.arms.length * config.seeds).fill(value);
    this.tell({ type: "rows", rows: { steps: Int32Array.of(step), values: { objective: loss, infoNce: loss } } });
  }

  async environment(): Promise<Environment> {
    return this.environmentIs;
  }

  async start(config: ExperimentConfig, _files: DatasetFiles | null, listener: TrainingListener) {
    this.calls.push("start");
    if (this.failure !== null) {
      const said = verbatim(this.failure);
      this.failure = null;
      return { ok: false as const, said };
    }
    if (this.refusal !== null) {
      const said = this.refusal;
      this.refusal = null;
      return { ok: false as const, said };
    }
    this.started.push(config);
    this.listener = listener;
    this.tell({ type: "ready", environment: this.environmentIs, dataset: this.dataset, parameterCount: 10 });
    return { ok: true as const, runId: this.started.length };
  }

  async resume(): Promise<void> {
    this.calls.push("resume");
    this.tell({ type: "state", state: "running" });
  }

  async pause(): Promise<void> {
    this.calls.push("pause");
    this.tell({ type: "state", state: "paused" });
  }

  async step(n: number): Promise<void> {
    this.calls.push(`step ${n}`);
  }

  async cancelLoading(): Promise<void> {
    this.calls.push("cancelLoading");
  }

  async stop(): Promise<void> {
    this.calls.push("stop");
  }

  async stateDict() {
    return this.state;
  }

  async change(patch: RunChange["patch"]): Promise<void> {
    this.calls.push(`change ${JSON.stringify(patch)}`);
  }

  async previewViews() {
    return null;
  }

  async tellSamples(): Promise<void> {
    this.calls.push("tellSamples");
  }

  async watchSteps(watching: Watching): Promise<void> {
    this.calls.push(`watch ${watching}`);
  }

  async viewsOfStep(): Promise<ViewsPreview | null> {
    return null;
  }

  /** Says what it was given to say, and notes what was asked. */
  async extract(request: ExtractionRequest, listener: ExtractionListener): Promise<boolean> {
    this.extractions.push(request);
    for (const part of this.extracted) {
      if (this.calls.includes("cancelExtractions")) return false;
      await listener(part);
    }
    return true;
  }

  async exportedSamples(): Promise<ExportedSamples | null> {
    return this.samples;
  }

  async cancelExtractions(): Promise<void> {
    this.calls.push("cancelExtractions");
  }

  async evaluateObjective() {
    return { value: 0, gradZ1: [], gradZ2: [], xi: [], vanishingFactor: [], ess: [] };
  }

  tellLab(event: LabEvent): void {
    this.labListener?.(event);
  }

  async runLab(request: LabRequest, listener: LabListener): Promise<void> {
    this.labRequests.push(request);
    this.labListener = listener;
    this.tellLab({ type: "started", environment: this.environmentIs });
  }

  async surveyLab(request: SurveyRequest, _report: (share: number) => void): Promise<SurveyResult> {
    this.surveyRequests.push(request);
    return this.surveyed ?? { ok: true, dataset: this.dataset, environment: this.environmentIs, speed: null };
  }

  async cancelSurvey(): Promise<void> {
    this.calls.push("cancelSurvey");
  }

  async cancelLab(id: LabId): Promise<void> {
    this.calls.push(`cancelLab ${id}`);
    this.tellLab({ type: "canceled" });
  }

  async benchmark() {
    return { msPerStep: 1, jsMsPerStep: 1, dispatchesPerStep: null, composed: [], learners: 1 };
  }
}
