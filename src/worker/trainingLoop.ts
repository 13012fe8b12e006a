import type { ExperimentConfig } from "../config/schema";
import type { Dataset } from "../data/types";
import { messageOf } from "../engine/messageOf";
import type { TrainerEvent } from "../record/events";
import type { Environment } from "../record/record";
import type { Trainer } from "../training/trainer";
import { yieldToEventLoop } from "./yield";

/** How long training may go on before messages from the page are looked at, in milliseconds. */
const YIELD_INTERVAL = 12;

/** A run, and what tells it to pause. */
export interface Run {
  id: number;
  config: ExperimentConfig;
  dataset: Dataset;
  environment: Environment;
  trainer: Trainer;
  tell: (event: TrainerEvent) => void;
  /** Steps to do before pausing by itself; 0 while paused. */
  budget: number;
  /** The training loop under way; null while paused. */
  loop: Promise<void> | null;
}

/** Ends the loop after the step under way. Fine-tuning, which follows the last one, ends without a result. */
export function quit(run: Run): void {
  run.budget = 0;
  run.trainer.mayFineTune = false;
}

/** The training loop: spends the budget, which may change meanwhile. Never rejects. */
export async function trainOn(run: Run): Promise<void> {
  try {
    run.tell({ type: "state", state: "running" });
    run.trainer.restartClock();
    do {
      await spendBudget(run);
      await run.trainer.settle();
      // Asked to go on while the pause was being settled.
    } while (run.budget > 0 && !run.trainer.finished);
    run.tell({ type: "state", state: run.trainer.finished ? "finished" : "paused" });
  } catch (error) {
    run.tell({ type: "failed", message: messageOf(error) });
  } finally {
    // Together with the last look at the budget, so that nobody can ask a loop to go on that has just ended.
    run.budget = 0;
    run.loop = null;
  }
}

async function spendBudget(run: Run): Promise<void> {
  let yielded = performance.now();
  while (run.budget > 0 && !run.trainer.finished) {
    run.budget--;
    await run.trainer.advance();
    if (performance.now() - yielded < YIELD_INTERVAL) continue;
    await yieldToEventLoop();
    yielded = performance.now();
  }
}
