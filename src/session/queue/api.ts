import { parseConfig } from "../../config/parse";
import type { ExperimentInput } from "../../config/schema";
import { refuseVisitor } from "../locks/locks";
import type { Playground } from "../playground";
import type { QueueEntry } from "./entry";

/** The queue for consoles, tests and scripts: `playground.queue()` lists what waits, and what else can be done hangs on it. */
export interface QueueApi {
  /** In their order; while the queue goes on, the first is under way. */
  (): readonly QueueEntry[];
  /**
   * Lines an experiment up; its run will have the name.
   * @throws Error with every reason why it is none
   */
  add(config: ExperimentInput, name?: string): void;
  /** Trains what is lined up; resolves when the queue is through, or waits because another run took the place of its own. */
  start(): Promise<{ trained: number; skipped: number }>;
  /** Takes everything out. */
  clear(): Promise<void>;
}

/** @param ready resolves when the page is up */
export function queueApi(playground: Playground, ready: Promise<void>): QueueApi {
  const { queue, conductor } = playground;
  return Object.assign(() => queue.state.entries, {
    add: (config: ExperimentInput, name = "") => {
      const parsed = parseConfig(config);
      if (parsed.ok) refuseVisitor(playground.state, parsed.config);
      queue.add([{ config, presetId: null, name }]);
    },
    start: async () => {
      await ready;
      await conductor.start();
      const { trained, skipped } = queue.state;
      return { trained, skipped };
    },
    clear: () => conductor.cancelAll(),
  });
}
