import { seedNumbers } from "../../../src/config/seeds";
import { verbatim } from "../../../src/i18n/errors";
import { documentOf, placesOf, type SweepDocument } from "../../../src/labs/sweep/document";
import { type Cell, cellsOf } from "../../../src/labs/sweep/grid";
import { sweepLab } from "../../../src/labs/sweep/lab";
import { problemRow } from "../../../src/labs/sweep/rows";
import type { SweepConfig, SweepRow } from "../../../src/labs/sweep/schema";
import { cellsOfShard, type Shard, WHOLE } from "../../../src/labs/sweep/shards";
import { ENVIRONMENT } from "../../session/fakeService";

/** Sweeps as if they had been measured. */

/** Three batch sizes, of which 1 is none, at two temperatures. */
export function smallSweep(changes: object = {}): SweepConfig {
  const base = { dataset: { id: "points" }, seeds: 2, steps: 10 };
  return sweepLab.schema.parse({ base, x: { values: [4, 1, 8] }, y: { values: [0.1, 0.5] }, ...changes });
}

/** The rows of a cell; numbers that tell its learners apart. */
export function rowsOf(cell: Cell): SweepRow[] {
  if ("problem" in cell) return [problemRow(cell, cell.problem)];
  return cell.config.arms.flatMap((_, arm) =>
    seedNumbers(cell.config).map((seed) => ({
      ...problemRow(cell, verbatim("")),
      problem: null,
      arm,
      seed,
      steps: 10,
      learningRate: 0.01,
      together: 1,
      probeAccuracy: Number(cell.y) / (arm + seed + Number(cell.x)),
      curves: { step: [0, 10], probeAccuracy: [null, 0.5] },
    })),
  );
}

/** A shard's document. @param cells how many of its cells are there */
export function sweepPart(config: SweepConfig, shard: Shard = WHOLE, cells = Number.POSITIVE_INFINITY): SweepDocument {
  const rows = cellsOfShard(cellsOf(config), shard).slice(0, cells).flatMap(rowsOf);
  const startedAt = `2026-01-0${shard.index}T00:00:00.000Z`;
  const measured = { shard, cells: placesOf(config, rows), environment: ENVIRONMENT, startedAt, durationMs: 1000 };
  return documentOf(config, shard, rows, [measured]);
}
