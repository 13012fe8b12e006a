import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { unlessReplaced } from "../engine/deviceLoss";
import { saidOf } from "../i18n/errors";
import type { RunChange } from "../record/changes";
import type { OwnEnvironment } from "../record/environment";
import type { TrainerEvent } from "../record/events";
import type { Trainer } from "../training/trainer";
import { yieldToEventLoop } from "./yield";

/** How long training may go on before messages from the page are looked at, in milliseconds. */
const YIELD_INTERVAL = 12;

/** A run, and the state of its training loop. */
export interface Run {
  id: number;
  config: ExperimentConfig;
  dataset: Dataset;
  environment: OwnEnvironment;
  trainer: Trainer;
  emit: (event: TrainerEvent) => void;
  /** Steps to do before pausing by itself; 0 while paused. */
  budget: number;
  /** The training loop under way; null while paused. */
  loop: Promise<void> | null;
  /** Whether it has said so. */
  isOver: boolean;
  /** What the loop is to do between two steps. */
  interludes: (() => Promise<void>)[];
}

/** Sets the loop going, or lets the one under way have so many steps. A run without any left says that it is over. */
export function startLoop(run: Run, budget: number): void {
  run.trainer.mayFineTune = true;
  if (run.trainer.finished) {
    if (!run.loop && !run.isOver) end(run);
    return;
  }
  run.budget = budget;
  run.loop ??= trainWithinBudget(run);
}

/** Says that it trains no longer, for now or for good. */
function end(run: Run): void {
  run.isOver = run.trainer.finished;
  run.emit({ type: "state", state: run.isOver ? "finished" : "paused" });
}

/** Ends the loop after the step under way. Fine-tuning, which follows the last one, ends without a result. */
export function stopLoop(run: Run): void {
  run.budget = 0;
  run.trainer.mayFineTune = false;
}

/** Does `work` while no step is under way, without pausing. */
export function betweenSteps<T>(run: Run, work: () => Promise<T>): Promise<T> {
  if (!run.loop) return work();
  return new Promise((resolve, reject) => {
    run.interludes.push(() => work().then(resolve, reject));
  });
}

/** Changes a run between two steps; one that was over and has more steps is paused then. */
export function changeRun({ trainer, loop, emit }: Run, patch: RunChange["patch"]): void {
  const { finished } = trainer;
  trainer.change(patch);
  if (finished && !trainer.finished && !loop) emit({ type: "state", state: "paused" });
}

/** The training loop: spends the budget, which may change meanwhile. Never rejects. */
async function trainWithinBudget(run: Run): Promise<void> {
  try {
    run.emit({ type: "state", state: "running" });
    run.trainer.restartClock();
    do {
      await spendBudget(run);
      await run.trainer.settle();
      // Asked to go on while the pause was being settled.
    } while (run.budget > 0 && !run.trainer.finished);
    end(run);
  } catch (error) {
    await unlessReplaced();
    run.emit({ type: "failed", said: saidOf(error) });
  } finally {
    // Together with the last look at the budget, so that nobody can ask a loop to go on that has just ended.
    run.budget = 0;
    run.loop = null;
    void doInterludes(run);
  }
}

async function spendBudget(run: Run): Promise<void> {
  let yielded = performance.now();
  while (run.budget > 0 && !run.trainer.finished) {
    run.budget--;
    await run.trainer.advance();
    await doInterludes(run);
    if (performance.now() - yielded < YIELD_INTERVAL) continue;
    await yieldToEventLoop();
    yielded = performance.now();
  }
}

/** None of them rejects: its error goes to who asked for it (`betweenSteps`). */
async function doInterludes(run: Run): Promise<void> {
  for (const interlude of run.interludes.splice(0)) await interlude();
}
