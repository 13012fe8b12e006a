import { translateAll } from "../../../i18n/translate";
import type { MetricColumn } from "../../../record/columns";
import type { ChosenXAxis } from "../axis/useXAxis";
import type { ChartData } from "../plot/rows";
import { texts } from "../texts";

interface Drawn {
  data: Pick<ChartData, "rows" | "lines">;
  /** What was measured. */
  column: MetricColumn | undefined;
  /** Of the y axis. */
  log: boolean;
  axis: Pick<ChosenXAxis, "id" | "place">;
  isZoomed: boolean;
  /** Whether the arms have batches of different sizes, so that a step is not as many samples for all. */
  isMixed: boolean;
  /** Curves of other runs. */
  beside: number;
  hidden: ReadonlySet<number>;
  /** What is said where nothing was measured, or what was has not been drawn yet. */
  waiting: (isMeasured: boolean) => string;
}

/** Why a chart shows nothing; null where it shows something. A chart is never blank. */
export function emptyText({
  data,
  column,
  log,
  axis,
  isZoomed,
  isMixed,
  beside,
  hidden,
  waiting,
}: Drawn): string | null {
  const t = translateAll(texts).waiting;
  if (beside > 0) return null;
  if (!column || column.length === 0) return waiting(false);
  const reason = isMixed && axis.id !== "time" ? "mixed" : axis.id;
  if (axis.place === null && reason in t.noPlace) return t.noPlace[reason as keyof typeof t.noPlace];
  if (data.rows.length === 0) return isZoomed ? t.notInZoom : waiting(true);
  if (data.rows.some((row) => lines(data).some((line) => typeof row[`m${line}`] === "number"))) return null;
  if (hidden.size >= data.lines) return t.hidden;
  return log && hasNumber(column) ? t.notPositive : t.noNumbers;
}

function lines({ lines: count }: Pick<ChartData, "lines">): number[] {
  return [...Array(count).keys()];
}

function hasNumber({ values, length }: MetricColumn): boolean {
  return values.some((own) => own.subarray(0, length).some(Number.isFinite));
}
