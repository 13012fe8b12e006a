import { formatCount, formatNumber } from "../../../i18n/format";
import { differenceFormat } from "../../../record/words/difference";
import { DataTable } from "../../../ui/charts/plot/DataTable";
import { useTexts } from "../../../ui/language/useTexts";
import { texts } from "../texts";
import { ratesOf } from "./learners";
import type { MapCell, MapModel } from "./mapModel";
import type { Sweep } from "./useSweep";

const HEIGHT = 320;
const NONE = "\u2013";

/** The map as a table: one row per cell, with the means of both arms, their difference and its interval. */
export function MapTable({ sweep, map, title }: { sweep: Sweep; map: MapModel; title: string }) {
  const t = useTexts(texts);
  const { columns } = t.map;
  return (
    <DataTable
      title={title}
      height={HEIGHT}
      columns={[columns.place, columns.difference, columns.interval, columns.f, columns.steps, columns.rates]}
      rows={map.cells.map((cell) => ({ name: cell.place, cells: cellsOf(sweep, cell) }))}
    />
  );
}

function cellsOf({ config }: Sweep, { result, difference, ci95, f, lines, detected }: MapCell): string[] {
  if (difference === null) return [lines.join(": "), NONE, NONE, NONE, NONE];
  const write = differenceFormat(config.metric);
  const interval = ci95 ? `[${ci95.map((end) => write(end, false)).join(", ")}]${detected ? " *" : ""}` : NONE;
  const steps = formatCount(result.rows[0]?.steps ?? 0);
  return [write(difference), interval, formatNumber(f, 2), steps, ratesOf(result)];
}
