import { say } from "../../../src/i18n/message";
import type { QueueEntry } from "../../../src/session/queue/entry";
import { EMPTY_QUEUE, type QueueState } from "../../../src/session/queue/state";
import { texts } from "../../../src/session/queue/texts";
import { configOf } from "./run";

function entry(id: string, presetId: string, known: Partial<QueueEntry> = {}): QueueEntry {
  return { id, name: "", config: configOf(presetId), presetId, runId: null, ...known };
}

/** A queue that is at the second of its experiments, and has left one out. */
export function queueUnderWay(runId: string): QueueState {
  const files = { dataset: { id: "files", name: "my birds" } } as const;
  return {
    ...EMPTY_QUEUE,
    isRunning: true,
    skipped: 1,
    entries: [
      entry("a", "vanish", { name: "Baseline", runId }),
      entry("b", "points"),
      entry("c", "vanish", { config: configOf("vanish", { temperature: 0.05, batchSize: 32 }) }),
    ],
    refused: [
      {
        entry: entry("d", "vanish", { name: "Birds", config: configOf("vanish", files) }),
        reason: say(texts.noFiles, { name: "my birds" }),
      },
    ],
  };
}

/** One that is through. */
export function queueThrough(): QueueState {
  return { ...EMPTY_QUEUE, trained: 4, skipped: 1, said: say(texts.through, { trained: 4, skipped: 1 }) };
}
