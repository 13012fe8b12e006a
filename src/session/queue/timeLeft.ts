import { timeLeft } from "../pace";
import type { PlaygroundState } from "../playgroundState";
import { expectedTime, timedRuns } from "../presets/expectedTime";
import type { QueueEntry } from "./entry";

/** How long a queue will still take, as far as that was timed on this device. */
export interface QueueTime {
  /** In milliseconds, of those of which something like them was timed. */
  least: number;
  most: number;
  /** Of how many nothing like them was. */
  untimed: number;
}

type Known = Pick<PlaygroundState, "queue" | "run" | "history" | "environment">;

export function queueTime(state: Known): QueueTime {
  const timed = timedRuns(state);
  const sum: QueueTime = { least: 0, most: 0, untimed: 0 };
  for (const entry of state.queue.entries) {
    const time = timeOfRun(entry, state) ?? expectedTime(entry.config, timed);
    sum.least += time?.[0] ?? 0;
    sum.most += time?.[1] ?? 0;
    if (!time) sum.untimed++;
  }
  return sum;
}

/** By the pace of the one that is under way, once that is known. */
function timeOfRun({ runId }: QueueEntry, { run }: Known): [number, number] | null {
  return run && run.id === runId ? timeLeft(run.pace, run.config.steps - run.step) : null;
}
