import { loadDataset } from "../data/load";
import type { Dataset, DatasetFiles } from "../data/types";
import { chooseBackend, type WasmPaths } from "../engine/backend";
import { type BenchmarkResult, runBenchmark } from "../experiment/benchmark";
import type { BackendChoice, ExperimentConfig } from "../experiment/config";
import { evaluateObjective, type ObjectiveInput, type ObjectiveOutput } from "../experiment/evaluateObjective";
import type { TrainerEvent } from "../experiment/events";
import type { Environment } from "../experiment/record";
import { Trainer } from "../experiment/trainer";
import type { ObjectiveId } from "../objectives/types";
import type { BenchmarkInput, StartResult, TrainingListener, TrainingService } from "./protocol";
import { yieldToMessages } from "./yield";

/** How long training may go on before messages from the page are looked at, in milliseconds. */
const YIELD_INTERVAL = 12;

/** A run, and what tells it to pause. */
interface Run {
  id: number;
  environment: Environment;
  trainer: Trainer;
  tell: (event: TrainerEvent) => void;
  /** Steps to do before pausing by itself. */
  budget: number;
  /** The training loop under way; null while paused. */
  loop: Promise<void> | null;
}

/** Runs one experiment at a time, on behalf of the page. */
export class TrainingHost implements TrainingService {
  private readonly wasmPaths: WasmPaths;
  private run: Run | null = null;
  private nextId = 1;

  constructor(wasmPaths: WasmPaths) {
    this.wasmPaths = wasmPaths;
  }

  /** The backend of the run that is there; without one, what `choice` would give. */
  async environment(choice: BackendChoice): Promise<Environment> {
    return this.run?.environment ?? chooseBackend(choice, this.wasmPaths);
  }

  async start(config: ExperimentConfig, files: DatasetFiles | null, listener: TrainingListener): Promise<StartResult> {
    let stepsLeft = 0;
    try {
      const dataset = await loadDataset(config.dataset, config.seed, files);
      stepsLeft = this.run?.loop ? this.run.budget : 0;
      await this.pause();
      const next = await this.prepare(config, dataset, listener);
      await this.stop();
      this.run = next;
      return { ok: true, runId: next.id };
    } catch (error) {
      if (this.run) await chooseBackend(this.run.environment.backend, this.wasmPaths);
      if (stepsLeft > 0) this.go(stepsLeft);
      return { ok: false, message: messageOf(error) };
    }
  }

  async resume(): Promise<void> {
    this.go(Number.POSITIVE_INFINITY);
  }

  async pause(): Promise<void> {
    if (!this.run?.loop) return;
    this.run.budget = 0;
    await this.run.loop;
  }

  async step(n: number): Promise<void> {
    await this.pause();
    this.go(n);
    await this.run?.loop;
  }

  async stop(): Promise<void> {
    await this.pause();
    this.run?.trainer.dispose();
    this.run = null;
  }

  async evaluateObjective(id: ObjectiveId, input: ObjectiveInput): Promise<ObjectiveOutput> {
    await this.environment("auto");
    return evaluateObjective(id, input);
  }

  async benchmark(input: BenchmarkInput): Promise<BenchmarkResult> {
    await this.pause();
    await this.environment("auto");
    return runBenchmark(input);
  }

  /** Everything that can fail for a reason that lies with the user happens before the old run is given up. */
  private async prepare(config: ExperimentConfig, dataset: Dataset, listener: TrainingListener): Promise<Run> {
    const environment = await chooseBackend(config.backend, this.wasmPaths);
    const id = this.nextId++;
    const tell = (event: TrainerEvent) => listener({ ...event, runId: id });
    const trainer = new Trainer({ config, dataset, environment, emit: tell, views: true });
    try {
      await trainer.settle();
    } catch (error) {
      trainer.dispose();
      throw error;
    }
    return { id, environment, trainer, tell, budget: 0, loop: null };
  }

  private go(budget: number): void {
    const run = this.run;
    if (!run || run.trainer.finished) return;
    run.budget = budget;
    run.loop ??= this.train(run).finally(() => {
      run.loop = null;
    });
  }

  private async train(run: Run): Promise<void> {
    run.tell({ type: "state", state: "running" });
    run.trainer.restartClock();
    try {
      do {
        await this.spendBudget(run);
        await run.trainer.settle();
        // Asked to go on while the pause was being settled.
      } while (run.budget > 0 && !run.trainer.finished);
      run.tell({ type: "state", state: run.trainer.finished ? "finished" : "paused" });
    } catch (error) {
      run.tell({ type: "failed", message: messageOf(error) });
    }
  }

  private async spendBudget(run: Run): Promise<void> {
    let yielded = performance.now();
    while (run.budget-- > 0 && !run.trainer.finished) {
      await run.trainer.advance();
      if (performance.now() - yielded < YIELD_INTERVAL) continue;
      await yieldToMessages();
      yielded = performance.now();
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
