import type { ExperimentInput } from "../../../src/config/schema";
import { RunColumns } from "../../../src/record/columns";
import type { MetricRows } from "../../../src/record/events";
import type { OverlaidRun } from "../../../src/session/overlay/state";
import { rowsOf } from "./rows";
import { configOf } from "./run";

/** What each of the runs behind changed of the preset. */
const CHANGES: ExperimentInput[] = [
  { batchSize: 8 },
  { batchSize: 32 },
  { batchSize: 64 },
  { temperature: 0.05 },
  { temperature: 0.2 },
  { temperature: 0.5 },
  { optimizer: { learningRate: 3e-4 } },
  { optimizer: { learningRate: 3e-3 } },
  { optimizer: { learningRate: 0.01 } },
  { batchSize: 8, temperature: 0.05 },
];

/** The seeded curves hang on the arms alone: other runs lie above or below. */
function times({ steps, values }: MetricRows, factor: number): MetricRows {
  const scaled = Object.entries(values).map(([metric, own]) => [metric, own.map((value) => factor * value)]);
  return { steps, values: Object.fromEntries(scaled) };
}

/** Kept runs that were selected, each shorter than the one before. */
export function runsBehind(count: number): OverlaidRun[] {
  return CHANGES.slice(0, count).map((change, i) => {
    const config = configOf("vanish", { ...change, seed: 10 + i });
    const columns = new RunColumns(config.arms.length * config.seeds);
    for (const rows of rowsOf(config, 1000 - 60 * i)) columns.append(times(rows, 1 + 0.07 * (i - 4)));
    const startedAt = new Date(Date.UTC(2026, 2, 5, 9, 30 + 7 * i)).toISOString();
    return { id: `behind ${i}`, name: "", startedAt, presetId: "vanish", config, columns, stopped: [] };
  });
}
