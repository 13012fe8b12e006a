import { rowOf } from "../../../src/session/runs/row";
import { historyIn } from "../../../src/storage/runs/history";
import { indexedDbRuns } from "../../../src/storage/runs/indexedDbRuns";
import type { PackedColumns } from "../../../src/storage/runs/runStore";
import { pageOf } from "../../gallery/seed/run";

/** Fills the browser's own database with runs, through the code by which the page keeps them. */

const STEPS = 10_000;

declare global {
  interface Window {
    /** Resolves to the bytes of all curves. */
    writeRuns(count: number): Promise<number>;
  }
}

const isPacked = (columns: unknown): columns is PackedColumns => columns instanceof Uint8Array;

/** The curves are packed once: every run has the same, under an id and a time of its own. */
window.writeRuns = async (count) => {
  const playground = await pageOf({
    change: { seeds: 8, steps: STEPS, evaluation: { every: 500 }, gradientProbe: { every: 250 } },
    steps: STEPS,
    state: "finished",
  });
  const { run } = playground.state;
  if (!run) throw new Error("There is no run to keep.");
  const store = indexedDbRuns();
  const kept = await historyIn(store).keep(rowOf(run, "finished"), run);
  const columns = await store.columns(kept.id);
  if (!isPacked(columns)) throw new Error("The run was kept without its curves.");
  for (let i = 1; i < count; i++) {
    const startedAt = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString();
    await store.put({ ...kept, id: `run-${i}`, startedAt }, columns);
  }
  return count * columns.length;
};
