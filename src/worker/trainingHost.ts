import { transfer } from "comlink";
import type { BackendChoice, ExperimentConfig } from "../config/schema";
import type { Dataset, DatasetFiles } from "../data/types";
import type { BackendName, WasmPaths } from "../engine/backend";
import { unlessReplaced } from "../engine/deviceLoss";
import { PlaygroundError } from "../i18n/errors";
import type { LabId } from "../labs";
import type { ObjectiveId } from "../objectives";
import type { RunChange } from "../record/changes";
import type { Environment, OwnEnvironment } from "../record/environment";
import type { TrainerEvent, ViewsPreview } from "../record/events";
import { type BenchmarkOptions, type BenchmarkResult, runBenchmark } from "../training/benchmark";
import { evaluateObjective, type ObjectiveInput, type ObjectiveOutput } from "../training/evaluateObjective";
import { type ExportedSamples, exportedSamples } from "../training/exportedSamples";
import type { ExtractionRequest } from "../training/extraction/types";
import { prepareBackend } from "../training/prepareBackend";
import { buffersOf, type StateDict } from "../training/stateDict/types";
import type { Watching } from "../training/trace/stepTracer";
import { Trainer } from "../training/trainer";
import type { Inspected } from "../training/trainerOptions";
import { DatasetLoading, type LoadingTools } from "./datasetLoading";
import { texts } from "./errors";
import { Extractions } from "./extractions";
import { LabBench } from "./labBench";
import { LabSurvey } from "./labSurvey";
import type {
  ExtractionListener,
  LabListener,
  LabRequest,
  StartPoint,
  StartResult,
  SurveyRequest,
  SurveyResult,
  TrainingListener,
  WorkerService,
} from "./protocol";
import { type RunRequest, RunSlot } from "./runSlot";
import { failureOf } from "./startFailure";
import { betweenSteps, changeRun, type Run, startLoop } from "./trainingLoop";
import { TurnQueue } from "./turnQueue";
import { yieldToEventLoop } from "./yield";

/**
 * Runs one experiment at a time, on behalf of the page. Calls may come in any order and need not wait for each other:
 * each takes its turn after those made before it. A turn never lasts as long as the training: it sets the loop going
 * or brings it to a halt; that of a lab lasts as long as the lab, which whoever wants to train cancels. `pause` takes no
 * turn, so that it can interrupt whatever goes on; training that was asked for before it, and has not begun, is called off,
 * and so is the loading of data.
 */
export class TrainingHost implements WorkerService {
  private readonly wasmPaths: WasmPaths;
  private readonly data: DatasetLoading;
  private readonly labData: DatasetLoading;
  private readonly labs: LabBench;
  private readonly surveys: LabSurvey;
  private readonly turns = new TurnQueue();
  private readonly slot = new RunSlot();
  private readonly extractions = new Extractions(this.slot, this.turns);
  private nextId = 1;
  private watching: Watching = "none";
  private avoided: readonly BackendName[] = [];
  /** Resolves when the page has all events that were sent to it. */
  private delivered: unknown;

  /** @param tools what the loading of data may use */
  constructor(wasmPaths: WasmPaths, tools: LoadingTools = {}) {
    this.wasmPaths = wasmPaths;
    this.data = new DatasetLoading(tools);
    this.labData = new DatasetLoading(tools);
    const inUse = () => this.slot.current?.dataset;
    this.labs = new LabBench(this.labData, inUse);
    this.surveys = new LabSurvey({
      data: this.labData,
      inUse,
      onDevice: ({ backend }, work) =>
        this.turns.enqueue(async () => work(await this.backendFor(backend), !this.slot.current?.loop)),
    });
  }

  /** Whether a run trains where every task of this thread is short, whatever the device is at. */
  get answersSoon(): boolean {
    const run = this.slot.current;
    const isReading = this.data.isUnderWay || this.labData.isUnderWay;
    return run?.environment.backend === "webgpu" && run.loop !== null && !isReading;
  }

  /** The backend of the run that is there; without one, what `choice` would give. */
  environment(choice: BackendChoice): Promise<Environment> {
    return this.turns.enqueue(() => this.backendFor(choice));
  }

  async start(
    config: ExperimentConfig,
    files: DatasetFiles | null,
    listener: TrainingListener,
    from?: StartPoint,
  ): Promise<StartResult> {
    this.labs.cancel();
    const result = await this.turns.enqueue(() => this.replace({ id: this.nextId++, config, files, listener, from }));
    await this.delivered;
    return result;
  }

  async resume(): Promise<void> {
    await this.train(() => Number.POSITIVE_INFINITY);
    await this.delivered;
  }

  async pause(): Promise<void> {
    this.interrupt();
    await this.slot.current?.loop;
    await this.delivered;
  }

  /** Steps asked for while others are still to do come on top of them; a run that plays does n more and pauses. */
  async step(n: number): Promise<void> {
    await this.train((left) => (Number.isFinite(left) ? left + n : n));
    await this.slot.current?.loop;
    await this.delivered;
  }

  async cancelLoading(): Promise<void> {
    this.data.cancel();
  }

  async stop(): Promise<void> {
    this.interrupt();
    this.labs.cancel();
    await this.turns.enqueue(async () => {
      await this.slot.discard();
      this.data.clear();
      this.labData.clear();
    });
    await this.delivered;
  }

  /** The turn keeps runs from being replaced meanwhile. */
  async stateDict(): Promise<StateDict | null> {
    const state = await this.turns.enqueue(async () => {
      const run = this.slot.current;
      return run ? betweenSteps(run, () => run.trainer.stateDict()) : null;
    });
    await this.delivered;
    return state && transfer(state, buffersOf(state));
  }

  async change(patch: RunChange["patch"]): Promise<void> {
    await this.turns.enqueue(async () => {
      const run = this.slot.current;
      if (!run) throw new PlaygroundError(texts.noRun);
      await betweenSteps(run, async () => changeRun(run, patch));
    });
    await this.delivered;
  }

  /** The turn keeps runs from being replaced meanwhile; a step is queued without a break, so this comes between two. */
  previewViews(augmentation: ExperimentConfig["augmentation"], draw: number): Promise<ViewsPreview | null> {
    return this.turns.enqueue(async () => this.slot.current?.trainer.previewViews(augmentation, draw) ?? null);
  }

  async tellSamples(): Promise<void> {
    await this.turns.enqueue(async () => {
      const run = this.slot.current;
      if (run) await betweenSteps(run, () => run.trainer.emitSamples());
    });
  }

  async avoidBackends(avoided: readonly BackendName[]): Promise<void> {
    this.avoided = avoided;
  }

  async watchSteps(watching: Watching): Promise<void> {
    this.watching = watching;
    this.watch(this.slot.current?.trainer);
  }

  /** The turn keeps runs from being replaced meanwhile. */
  viewsOfStep(step: number, seed: number): Promise<ViewsPreview | null> {
    return this.turns.enqueue(async () => this.slot.current?.trainer.tracer?.viewsOf(step, seed) ?? null);
  }

  async extract(request: ExtractionRequest, listener: ExtractionListener): Promise<boolean> {
    return this.extractions.extract(request, listener);
  }

  /** The turn keeps runs from being replaced meanwhile. */
  exportedSamples(): Promise<ExportedSamples | null> {
    return this.turns.enqueue(async () => {
      const run = this.slot.current;
      if (!run) return null;
      const samples = ({ dataset, cohort }: Inspected) => exportedSamples(dataset, cohort.config);
      return betweenSteps(run, () => run.trainer.inspect(async (inspected) => samples(inspected)));
    });
  }

  async cancelExtractions(): Promise<void> {
    this.extractions.cancel();
  }

  evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput> {
    return this.turns.enqueue(async () => {
      await this.backendFor("auto");
      return evaluateObjective(id, input);
    });
  }

  benchmark(input: BenchmarkOptions): Promise<BenchmarkResult> {
    return this.turns.enqueue(async () => {
      await this.slot.halt();
      await this.backendFor("auto");
      return runBenchmark(input);
    });
  }

  runLab(request: LabRequest, listener: LabListener): Promise<void> {
    const measure = this.labs.open(request, listener);
    return this.turns.enqueue(() =>
      measure(async () => {
        await this.slot.halt();
        return this.backendFor(request.backend);
      }),
    );
  }

  surveyLab(request: SurveyRequest, report: (share: number) => void): Promise<SurveyResult> {
    return this.surveys.survey(request, report);
  }

  async cancelSurvey(): Promise<void> {
    this.surveys.cancel();
  }

  async cancelLab(id: LabId): Promise<void> {
    this.labs.cancel(id);
  }

  /** Sets the loop going in its turn, unless it was called off by then. `budget` turns the steps still to do into those to do. */
  private train(budget: (left: number) => number): Promise<void> {
    const mayTrain = this.slot.permission();
    this.labs.cancel();
    return this.turns.enqueue(async () => {
      const run = this.slot.current;
      if (run && mayTrain()) startLoop(run, budget(run.budget));
    });
  }

  private watch(trainer: Trainer | undefined): void {
    if (trainer?.tracer) trainer.tracer.watching = this.watching;
  }

  private interrupt(): void {
    this.data.cancel();
    this.slot.interrupt();
  }

  private async backendFor(choice: BackendChoice): Promise<OwnEnvironment> {
    return this.slot.current?.environment ?? this.prepareBackend({ backend: choice, kernels: "fused" });
  }

  private prepareBackend(wanted: Pick<ExperimentConfig, "backend" | "kernels">): Promise<OwnEnvironment> {
    return prepareBackend(wanted, this.wasmPaths, this.avoided);
  }

  private async replace(request: RunRequest): Promise<StartResult> {
    const { id, listener } = request;
    const report = (share: number) => listener({ type: "loading", share, runId: id });
    try {
      await this.slot.replace({
        load: () => this.data.load(request, this.slot.current?.dataset, report),
        prepare: (dataset) => this.prepare(request, dataset),
        restore: async ({ environment: { backend }, config: { kernels } }) => {
          await this.prepareBackend({ backend, kernels });
        },
      });
      return { ok: true, runId: id };
    } catch (error) {
      await unlessReplaced();
      return failureOf(error);
    }
  }

  /** Everything that can fail for a reason that lies with the user happens before the old run is given up. */
  private async prepare({ id, config, listener, from }: RunRequest, dataset: Dataset): Promise<Run> {
    const environment = await this.prepareBackend(config);
    const emit = (event: TrainerEvent) => {
      this.delivered = listener({ ...event, runId: id });
    };
    const trainer = new Trainer({ config, dataset, environment, emit, views: true, yieldToEventLoop, ...from });
    try {
      await trainer.settle();
    } catch (error) {
      trainer.dispose();
      throw error;
    }
    this.watch(trainer);
    return { id, config, dataset, environment, trainer, emit, budget: 0, loop: null, isOver: false, interludes: [] };
  }
}
