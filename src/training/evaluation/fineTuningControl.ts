import type { TrainerEvent } from "../../record/events";
import type { ContinueTraining } from "./fineTuning";

/** Whether the fine-tuning may begin, and what it is watched by. */
export interface FineTuningControl {
  isAllowed(): boolean;
  continueTraining: ContinueTraining;
}

/** Milliseconds between two messages of how far a fine-tuning is. */
const INTERVAL = 50;

interface FineTuningListener {
  isAllowed: () => boolean;
  emit: (event: TrainerEvent) => void;
  /** Lets whoever may call it off be handled. */
  yieldToEventLoop: (() => Promise<void>) | undefined;
}

/** A fine-tuning that says every so often how far it is, and can be called off in between. */
export function fineTuningControl({ isAllowed, emit, yieldToEventLoop }: FineTuningListener): FineTuningControl {
  let emittedAt = Number.NEGATIVE_INFINITY;
  return {
    isAllowed,
    async continueTraining(share) {
      if (performance.now() - emittedAt >= INTERVAL) {
        emittedAt = performance.now();
        emit({ type: "fineTuning", share });
        await yieldToEventLoop?.();
      }
      return isAllowed();
    },
  };
}
