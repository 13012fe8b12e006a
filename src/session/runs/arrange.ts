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
  runs: PastRun[];
  /** All seeds of them, ascending. */
  seeds: number[];
}

/** Groups in the order of their first runs. */
export function groupRuns(runs: readonly PastRun[]): RunGroup[] {
  const groups = new Map<string, PastRun[]>();
  for (const run of runs) {
    const key = settingsKey(run.config);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups].map(([key, own]) => ({ key, runs: own, seeds: seedsOf(own) }));
}

/** Equal for settings that differ in their seeds alone. */
export function settingsKey({ seed: _seed, seeds: _seeds, ...settings }: ExperimentConfig): string {
  return JSON.stringify(settings);
}

function seedsOf(runs: readonly PastRun[]): number[] {
  return [...new Set(runs.flatMap(({ config }) => seedNumbers(config)))].sort((a, b) => a - b);
}
