import type { ArmLook } from "../../../config/arms";
import { formatNumber } from "../../../i18n/format";
import { translate, translateAll } from "../../../i18n/translate";
import { METRICS } from "../../../metrics";
import { excludesZero } from "../../../record/statistics/differences";
import { differenceFormat } from "../../../record/words/difference";
import { settingName } from "../../../session/settings/names";
import { texts as chartsTable } from "../../../ui/charts/texts";
import type { SweepConfig } from "../schema";
import { type CellResult, differenceOf, meanVanishingFactor } from "../summary";
import { texts } from "../texts";
import { contour, type Segment } from "./contours";
import { valueName } from "./fields";
import type { Sweep } from "./useSweep";

/** One cell of the map, in numbers and in words. */
export interface MapCell {
  result: CellResult;
  row: number;
  column: number;
  /** Arm B minus arm A; null where there is none. */
  difference: number | null;
  ci95: [number, number] | null;
  /** The interval leaves out 0. */
  detected: boolean;
  /** Share of the strongest color, 0..1: pale where the interval does not leave out 0, or there is none. */
  strength: number;
  /** Mean vanishing factor of arm A. */
  f: number | null;
  /** The difference as the cell shows it, and the lines that say everything. */
  text: string;
  place: string;
  lines: string[];
}

export interface MapModel {
  cells: MapCell[];
  columns: number;
  rows: number;
  /** Where the colors end: the largest size of a detected difference; without one, of any. */
  largest: number;
  contours: { level: number; segments: Segment[] }[];
}

/** Vanishing factors whose contour lines are drawn. */
const LEVELS = [0.001, 0.01, 0.1, 0.5, 0.9];

/** The map of a sweep: differences, what they are worth, and where the vanishing factor has which size. */
export function mapOf({ config, results, looks }: Sweep): MapModel {
  const columns = config.x.values.length;
  const plain = results.map((result, i) => cellOf(config, looks, result, Math.floor(i / columns), i % columns));
  const largest = largestOf(plain.filter(({ detected }) => detected)) || largestOf(plain);
  const cells = plain.map((cell) => ({ ...cell, strength: strengthOf(cell, largest) }));
  return { cells, columns, rows: config.y.values.length, largest, contours: contoursOf(cells, columns) };
}

type PlainCell = Omit<MapCell, "strength">;

function largestOf(cells: readonly PlainCell[]): number {
  return Math.max(0, ...cells.map(({ difference }) => Math.abs(difference ?? 0)));
}

/** Share of the strongest color that a difference of which one cannot be sure has at most. */
const PALE = 0.25;

/** A large difference that may be chance must not look like the surest of all. */
function strengthOf({ difference, detected }: PlainCell, largest: number): number {
  if (difference === null || largest === 0) return 0;
  const size = Math.min(1, Math.abs(difference) / largest);
  return detected ? size : PALE * size;
}

/** A factor spans decades: its logarithm is what changes evenly from cell to cell. */
function contoursOf(cells: readonly PlainCell[], columns: number): MapModel["contours"] {
  const logs = cells.map(({ f }) => (f === null ? null : Math.log(Math.max(f, Number.MIN_VALUE))));
  const grid = Array.from({ length: Math.ceil(logs.length / columns) }, (_, row) =>
    logs.slice(row * columns, (row + 1) * columns),
  );
  return LEVELS.map((level) => ({ level, segments: contour(grid, Math.log(level)) })).filter(
    ({ segments }) => segments.length > 0,
  );
}

function cellOf(config: SweepConfig, looks: ArmLook[], result: CellResult, row: number, column: number): PlainCell {
  const t = translateAll(texts);
  const chartsTexts = translateAll(chartsTable);
  const { metric, armA, armB } = config;
  const paired = differenceOf(result, metric, armA, armB);
  const difference = paired?.difference ?? null;
  const ci95 = paired?.ci95 ?? null;
  const f = meanVanishingFactor(result, armA);
  const write = differenceFormat(metric);
  const place = placeName(config, result);
  const base = { result, row, column, difference, ci95, f, detected: excludesZero(ci95), place };
  if (result.problem !== null) return { ...base, text: "\u00d7", lines: [t.map.invalid, translate(result.problem)] };
  if (!paired) return { ...base, text: "", lines: [t.map.notRun] };
  if (difference === null) return { ...base, text: "\u2013", lines: [t.map.noValue] };
  const interval = ci95 ? ci95.map((end) => write(end, false)).join(", ") : "";
  const pair = chartsTexts.differenceOf({ b: looks[armB]?.label ?? "", a: looks[armA]?.label ?? "" });
  const said = { pair, value: write(difference), seeds: paired.n };
  const lines = [
    interval ? t.map.differenceWithin({ ...said, interval }) : t.map.difference(said),
    ...(base.detected ? [t.map.framed] : []),
    ...(f === null ? [] : [t.map.f({ value: formatNumber(f, 2) })]),
  ];
  return { ...base, text: short(metric, difference), lines };
}

/** `Batch size 8, Temperature 0.05` */
export function placeName({ x, y }: SweepConfig, place: Pick<CellResult, "x" | "y">): string {
  const t = translateAll(texts);
  const written = [valueName(x.path, place.x), valueName(y.path, place.y)] as const;
  return t.map.place({ x: settingName(x.path), xValue: written[0], y: settingName(y.path), yValue: written[1] });
}

/** A difference in as few digits as say something. */
function short(metric: SweepConfig["metric"], difference: number): string {
  if (METRICS[metric].differenceIn === "points") return differenceFormat(metric)(difference, false);
  return (difference > 0 ? "+" : "") + formatNumber(difference, 2);
}
