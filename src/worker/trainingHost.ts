import type { BackendChoice, ExperimentConfig } from "../config/schema";
import { DataShelf } from "../data/shelf";
import type { Dataset, DatasetFiles, LoadTools } from "../data/types";
import type { WasmPaths } from "../engine/backend";
import { messageOf } from "../engine/messageOf";
import type { LabId } from "../labs";
import type { ObjectiveId } from "../objectives";
import type { TrainerEvent, ViewsPreview } from "../record/events";
import type { Environment } from "../record/record";
import { type BenchmarkOptions, type BenchmarkResult, runBenchmark } from "../training/benchmark";
import { evaluateObjective, type ObjectiveInput, type ObjectiveOutput } from "../training/evaluateObjective";
import { prepareBackend } from "../training/prepareBackend";
import { Trainer } from "../training/trainer";
import { LabBench } from "./labBench";
import type { LabListener, LabRequest, StartResult, TrainingListener, TrainingService } from "./protocol";
import { quit, type Run, trainOn } from "./trainingLoop";
import { yieldToEventLoop } from "./yield";

/** Time between two reports of how far the loading of data is, in milliseconds. */
const LOADING_INTERVAL = 100;

/**
 * Runs one experiment at a time, on behalf of the page. Calls may come in any order and need not wait for each other:
 * each takes its turn after those made before it. A turn never lasts as long as the training: it sets the loop going
 * or brings it to a halt; that of a lab lasts as long as the lab, which whoever wants to train cancels. `pause` takes no
 * turn, so that it can interrupt whatever goes on; training that was asked for before it, and has not begun, is called off,
 * and so is the loading of data.
 */
export class TrainingHost implements TrainingService {
  private readonly wasmPaths: WasmPaths;
  private readonly tools: Pick<LoadTools, "decodeImage" | "store">;
  private readonly data = new DataShelf();
  /** Calls off the loading of data that is under way. */
  private loading: AbortController | null = null;
  private run: Run | null = null;
  private nextId = 1;
  private lastTurn: Promise<unknown> = Promise.resolve();
  /** Counts the calls that called training off. */
  private interruptions = 0;
  private readonly labs: LabBench;
  /** Resolves when the page has heard all that it was told. */
  private heard: unknown;

  /** @param tools what the loading of data may use */
  constructor(wasmPaths: WasmPaths, tools: Pick<LoadTools, "decodeImage" | "store"> = {}) {
    this.wasmPaths = wasmPaths;
    this.tools = tools;
    this.labs = new LabBench(tools);
  }

  /** The backend of the run that is there; without one, what `choice` would give. */
  environment(choice: BackendChoice): Promise<Environment> {
    return this.inTurn(() => this.backendFor(choice));
  }

  async start(config: ExperimentConfig, files: DatasetFiles | null, listener: TrainingListener): Promise<StartResult> {
    this.labs.cancel();
    const result = await this.inTurn(() => this.replace(config, files, listener));
    await this.heard;
    return result;
  }

  resume(): Promise<void> {
    return this.train(() => Number.POSITIVE_INFINITY);
  }

  async pause(): Promise<void> {
    this.interrupt();
    await this.run?.loop;
    await this.heard;
  }

  /** Steps asked for while others are still to do come on top of them; a run that plays does n more and pauses. */
  async step(n: number): Promise<void> {
    await this.train((left) => (Number.isFinite(left) ? left + n : n));
    await this.run?.loop;
    await this.heard;
  }

  async cancelLoading(): Promise<void> {
    this.loading?.abort(new LoadingCancelled());
  }

  stop(): Promise<void> {
    this.interrupt();
    this.labs.cancel();
    return this.inTurn(async () => {
      await this.discard();
      this.data.clear();
    });
  }

  /** The turn keeps runs from being replaced meanwhile; a step is queued without a break, so this comes between two. */
  previewViews(augmentation: ExperimentConfig["augmentation"], draw: number): Promise<ViewsPreview | null> {
    return this.inTurn(async () => this.run?.trainer.previewViews(augmentation, draw) ?? null);
  }

  evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput> {
    return this.inTurn(async () => {
      await this.backendFor("auto");
      return evaluateObjective(id, input);
    });
  }

  benchmark(input: BenchmarkOptions): Promise<BenchmarkResult> {
    return this.inTurn(async () => {
      await this.halt();
      await this.backendFor("auto");
      return runBenchmark(input);
    });
  }

  runLab(request: LabRequest, listener: LabListener): Promise<void> {
    const measure = this.labs.admit(request, listener);
    return this.inTurn(() =>
      measure(async () => {
        await this.halt();
        return this.backendFor(request.backend);
      }),
    );
  }

  async cancelLab(id: LabId): Promise<void> {
    this.labs.cancel(id);
  }

  /** Does `work` after everything that was asked for before, whatever became of that. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.lastTurn.then(work, work);
    this.lastTurn = turn;
    return turn;
  }

  /** Sets the loop going in its turn, unless it was called off by then. `budget` is told the steps still to do. */
  private train(budget: (left: number) => number): Promise<void> {
    const { interruptions } = this;
    this.labs.cancel();
    return this.inTurn(async () => {
      if (this.run && this.interruptions === interruptions) this.go(budget(this.run.budget));
    });
  }

  private interrupt(): void {
    this.interruptions++;
    void this.cancelLoading();
    if (this.run) quit(this.run);
  }

  /** Brings the loop to its end after the step under way. */
  private async halt(): Promise<void> {
    if (!this.run?.loop) return;
    quit(this.run);
    await this.run.loop;
  }

  private async discard(): Promise<void> {
    await this.halt();
    this.run?.trainer.dispose();
    this.run = null;
  }

  private async backendFor(choice: BackendChoice): Promise<Environment> {
    return this.run?.environment ?? prepareBackend({ backend: choice, kernels: "fused" }, this.wasmPaths);
  }

  /** Puts a new run in the place of the old one, which goes on as it was where that fails. */
  private async replace(
    config: ExperimentConfig,
    files: DatasetFiles | null,
    listener: TrainingListener,
  ): Promise<StartResult> {
    let stepsLeft = 0;
    let { interruptions } = this;
    const id = this.nextId++;
    try {
      const dataset = await this.load(config, files, (share) => listener({ type: "loading", share, runId: id }));
      stepsLeft = this.run?.budget ?? 0;
      interruptions = this.interruptions;
      await this.halt();
      const next = await this.prepare(config, dataset, id, listener);
      await this.discard();
      this.run = next;
      return { ok: true, runId: next.id };
    } catch (error) {
      await this.restoreBackend();
      if (stepsLeft > 0 && this.interruptions === interruptions) this.go(stepsLeft);
      return { ok: false, message: messageOf(error), cancelled: error instanceof LoadingCancelled };
    }
  }

  /** Loads the data of a run in such a way that it can be called off. */
  private async load(
    config: ExperimentConfig,
    files: DatasetFiles | null,
    tell: (share: number) => void,
  ): Promise<Dataset> {
    this.loading = new AbortController();
    let [share, told] = [0, performance.now()];
    const report = () => {
      told = performance.now();
      tell(share);
    };
    // However little is heard of it: what lasts is shown, and can be called off.
    const first = setTimeout(report, LOADING_INTERVAL);
    const onProgress = (reached: number) => {
      share = reached;
      if (performance.now() - told < LOADING_INTERVAL) return;
      clearTimeout(first);
      report();
    };
    try {
      const tools = { ...this.tools, signal: this.loading.signal, onProgress };
      return await this.data.load(config.dataset, config.seed, files, tools, this.run?.dataset);
    } finally {
      clearTimeout(first);
      this.loading = null;
    }
  }

  /** Goes back to what the old run computes on; where that is gone (a lost device), the run has failed. */
  private async restoreBackend(): Promise<void> {
    if (!this.run) return;
    const { environment, config, tell } = this.run;
    try {
      await prepareBackend({ backend: environment.backend, kernels: config.kernels }, this.wasmPaths);
    } catch (error) {
      tell({ type: "failed", message: messageOf(error) });
      await this.discard();
    }
  }

  /** Everything that can fail for a reason that lies with the user happens before the old run is given up. */
  private async prepare(
    config: ExperimentConfig,
    dataset: Dataset,
    id: number,
    listener: TrainingListener,
  ): Promise<Run> {
    const environment = await prepareBackend(config, this.wasmPaths);
    const tell = (event: TrainerEvent) => {
      this.heard = listener({ ...event, runId: id });
    };
    const trainer = new Trainer({ config, dataset, environment, emit: tell, views: true, yieldToEventLoop });
    try {
      await trainer.settle();
    } catch (error) {
      trainer.dispose();
      throw error;
    }
    return { id, config, dataset, environment, trainer, tell, budget: 0, loop: null };
  }

  private go(budget: number): void {
    const { run } = this;
    if (!run) return;
    run.trainer.mayFineTune = true;
    if (run.trainer.finished) return;
    run.budget = budget;
    run.loop ??= trainOn(run);
  }
}

class LoadingCancelled extends Error {
  override name = "LoadingCancelled";
  constructor() {
    super("The loading of the data was called off.");
  }
}
