import { setImmediate } from "node:timers/promises";
import { saidOf } from "../i18n/errors";
import type { TrainerEvent } from "../record/events";
import type { Run } from "../session/run";
import type { Trainer } from "../training/trainer";
import type { Interrupt } from "./interrupt";

/** What of a trainer is needed here. */
type Advancing = Pick<Trainer, "finished" | "advance" | "settle">;

/**
 * Trains a run to its end, or until the user interrupts it. One that breaks on its way says why in its `failure`, and has
 * what was measured until then.
 *
 * @param emit brings the trainer's events to the run
 * @throws Error what broke it where nothing was measured yet
 */
export async function advance(
  run: Run,
  trainer: Advancing,
  interrupt: Interrupt,
  emit: (event: TrainerEvent) => void,
): Promise<void> {
  emit({ type: "state", state: "running" });
  try {
    await advanceToEnd(trainer, interrupt);
    emit({ type: "state", state: trainer.finished ? "finished" : "paused" });
  } catch (error) {
    if (run.step === 0) throw error;
    emit({ type: "failed", said: saidOf(error) });
  }
}

async function advanceToEnd(trainer: Advancing, interrupt: Interrupt): Promise<void> {
  while (!trainer.finished && !interrupt.asked) {
    await trainer.advance();
    // Signals arrive between turns of the event loop, and a step on the CPU need not leave one.
    await setImmediate();
  }
  await trainer.settle();
}
