import { withRenamed } from "../config/renamed";
import type { ExperimentConfig } from "../config/schema";
import { OBJECTIVES } from "../objectives";
import type { RunRecord } from "../record/record";
import { CappedStore } from "./cappedStore";

/** A run that is over, as the run table shows it: everything of its record but the series. */
export interface PastRun
  extends Pick<RunRecord, "config" | "environment" | "startedAt" | "durationMs" | "stepsDone" | "summary" | "paired"> {
  id: string;
  presetId: string | null;
  note: string;
}

/** Where past runs are kept. */
export interface History {
  /** Newest first. */
  all(): Promise<PastRun[]>;
  put(run: PastRun): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Runs kept; the oldest go first. */
const CAPACITY = 200;

/** History in the browser's IndexedDB; opened when first used. */
export function indexedDbHistory(database = "flatnce-playground"): History {
  const runs = new CappedStore<PastRun>({ database, store: "runs", keyPath: "id", capacity: CAPACITY });
  return {
    all: async () => (await runs.all()).reverse().flatMap((run) => readPastRun(run) ?? []),
    put: (run) => runs.put(run),
    remove: (id) => runs.remove(id),
  };
}

/** History that lasts as long as the page, where the browser refuses storage. */
export function memoryHistory(): History {
  const runs = new Map<string, PastRun>();
  return {
    all: async () => [...runs.values()].sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
    put: async (run) => {
      runs.set(run.id, run);
    },
    remove: async (id) => {
      runs.delete(id);
    },
  };
}

/**
 * A run that was kept by another version, its settings under their names of today. Null where this version does not know
 * what was trained, as after a way back to it: the run stays where it is kept.
 */
export function readPastRun(run: PastRun): PastRun | null {
  const config = withRenamed(run.config) as ExperimentConfig;
  return config.arms.every(({ objective }) => Object.hasOwn(OBJECTIVES, objective)) ? { ...run, config } : null;
}

/** What the run table keeps of a record. */
export function pastRun(record: RunRecord, presetId: string | null): PastRun {
  const { config, environment, startedAt, durationMs, stepsDone, summary, paired } = record;
  const id = `${startedAt}-${Math.random().toString(36).slice(2, 8)}`;
  return { id, presetId, note: "", config, environment, startedAt, durationMs, stepsDone, summary, paired };
}
