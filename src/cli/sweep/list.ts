import { translate } from "../../i18n/translate";
import { cellsOf } from "../../labs/sweep/grid";
import type { SweepConfig } from "../../labs/sweep/schema";
import { cellsOfShard, type Shard } from "../../labs/sweep/shards";
import { alignColumns } from "../table";
import { texts } from "./texts";

/** The cells of a shard by their places in the grid, a line each, under the settings' own names. */
export function cellList(sweep: SweepConfig, shard: Shard): string {
  const cells = cellsOf(sweep);
  const rows = cellsOfShard(cells, shard).map((cell) => {
    const problem = "problem" in cell ? `${translate(texts.headings.problem)}: ${translate(cell.problem)}` : "";
    return [String(cells.indexOf(cell)), String(cell.x), String(cell.y), problem.replaceAll("\n", "; ")];
  });
  return alignColumns([[translate(texts.headings.cell), sweep.x.path, sweep.y.path, ""], ...rows]);
}
