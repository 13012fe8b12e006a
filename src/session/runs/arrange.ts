import type { ExperimentConfig } from "../../config/schema";
import { seedNumbers } from "../../config/seeds";
import type { PastRun } from "../../storage/runs/pastRun";

/** In what order runs are listed, and which of them belong together. */

/** What a column is sorted by: numbers before words, and what a run lacks at the end, however it is sorted. */
export type SortValue = number | string | null;

export interface Order {
  by(run: PastRun): SortValue;
  descending: boolean;
}

/** Sorted by a column; runs of the same value keep their order. Pinned ones stand before all others. */
export function sortRuns(runs: readonly PastRun[], { by, descending }: Order): PastRun[] {
  const keyed = runs.map((run) => ({ run, value: by(run) }));
  keyed.sort((a, b) => Number(b.run.pinned) - Number(a.run.pinned) || compare(a.value, b.value, descending));
  return keyed.map(({ run }) => run);
}

function compare(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
  return descending ? -order : order;
}

/** Runs of the same settings but for their seeds. */
export interface RunGroup {
  key: string;
  /** Those that are listed, in their order. */
  runs: PastRun[];
  /** All that are kept, listed or not: what is said of the group must not hang on what somebody filtered or sorted by. */
  all: PastRun[];
  /** All seeds of these, ascending. */
  seeds: number[];
}

/** Groups in the order of their first listed runs. */
export function groupRuns(listed: readonly PastRun[], history: readonly PastRun[]): RunGroup[] {
  const kept = bySettings(history);
  return [...bySettings(listed)].map(([key, runs]) => {
    const all = kept.get(key) ?? runs;
    return { key, runs, all, seeds: seedsOf(all) };
  });
}

function bySettings(runs: readonly PastRun[]): Map<string, PastRun[]> {
  const groups = new Map<string, PastRun[]>();
  for (const run of runs) {
    const key = settingsKey(run.config);
    const group = groups.get(key);
    if (group) group.push(run);
    else groups.set(key, [run]);
  }
  return groups;
}

/** Equal for settings that differ in their seeds alone. */
export function settingsKey({ seed: _seed, seeds: _seeds, ...settings }: ExperimentConfig): string {
  return JSON.stringify(settings);
}

function seedsOf(runs: readonly PastRun[]): number[] {
  return [...new Set(runs.flatMap(({ config }) => seedNumbers(config)))].sort((a, b) => a - b);
}
