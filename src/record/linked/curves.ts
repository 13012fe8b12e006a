import { armLooks, PALETTE } from "../../config/arms";
import { commonBatch } from "../../config/batchSizes";
import { MOST_ARMS } from "../../config/schema";
import type { MetricId } from "../../metrics";
import type { MetricColumn } from "../columns";
import { bucketEdges } from "../drawn/buckets";
import { meanAt } from "../drawn/reduce";
import { smoothedValues } from "../drawn/smoothedValues";
import type { MeasuredRun } from "../learners";

/**
 * What a link says of a run: of a few metrics the mean of each arm over its seeds. There is no spread in it and no seed, so nothing can
 * be compared by it: it is there to be looked at.
 */
export interface LinkedCurves {
  /** What its sender calls it; may be empty. */
  title: string;
  /** That the means are of. */
  seeds: number;
  /** Null where its arms have batches of different sizes. */
  batchSize: number | null;
  arms: readonly LinkedArm[];
  curves: readonly LinkedCurve[];
}

export interface LinkedArm {
  label: string;
  /** Its place in the palette, or a color of its own as `#rrggbb`. */
  color: number | string;
}

export interface LinkedCurve {
  metric: MetricId;
  steps: Int32Array<ArrayBuffer>;
  /** Of each arm, at each step; NaN where nothing was measured. */
  means: readonly Float32Array<ArrayBuffer>[];
}

/** What a link may hold. */
export const MOST = {
  points: 40,
  arms: MOST_ARMS,
  curves: 4,
  seeds: 1024,
  batchSize: 2 ** 24,
  step: 2 ** 31 - 1,
  /** Characters. */
  title: 60,
  label: 32,
};

/** Bytes that all points together take at most: of many arms, each has fewer points. */
const ROOM = 1000;
/** Of a point: its step, and each mean. */
const BYTES = { step: 2, mean: 2 };

interface Taken {
  title: string;
  metrics: readonly MetricId[];
  /** Weight of the past in the moving average of the lines, as they are shown. */
  smoothing: number;
}

/** The curves of a run; of metrics that were not measured there are none. */
export function linkedCurvesOf(
  { config, columns }: Pick<MeasuredRun, "config" | "columns">,
  { title, metrics, smoothing }: Taken,
): LinkedCurves {
  const { seeds } = config;
  const measured = [...new Set(metrics)].filter((metric) => (columns.get(metric)?.length ?? 0) > 0);
  const bytes = BYTES.step + BYTES.mean * config.arms.length;
  const points = Math.min(MOST.points, Math.floor(ROOM / bytes / Math.max(1, measured.length)));
  return {
    title: plain(title, MOST.title),
    seeds,
    batchSize: commonBatch(config),
    arms: armLooks(config, false).map(({ label, color }) => ({
      label: plain(label, MOST.label),
      color: linked(color),
    })),
    curves: measured.map((metric) => {
      const smoothed = smoothedValues(columns, metric, smoothing);
      return { metric, ...reduced(columns.get(metric) as MetricColumn, { smoothed, seeds, points }) };
    }),
  };
}

function reduced(
  column: MetricColumn,
  { smoothed, seeds, points }: { smoothed: Float32Array[]; seeds: number; points: number },
): Omit<LinkedCurve, "metric"> {
  const rows = bucketEdges(column.length, points)
    .subarray(1)
    .map((edge) => edge - 1);
  const arms = Array.from({ length: Math.round(smoothed.length / seeds) }, (_, arm) =>
    smoothed.slice(arm * seeds, (arm + 1) * seeds),
  );
  return {
    steps: Int32Array.from(rows, (row) => column.steps[row] as number),
    means: arms.map((own) => Float32Array.from(rows, (row) => meanAt(own, row))),
  };
}

function linked(color: string): LinkedArm["color"] {
  const place = PALETTE.findIndex(({ light }) => light === color);
  return place < 0 ? color : place;
}

/** Characters that show nothing, or turn what stands around them: nobody's title needs them. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]+/gu;

/** A text in one line of at most so many characters. */
export function plain(text: string, most: number): string {
  return [...text.replace(UNSEEN, " ").trim()].slice(0, most).join("").trim();
}
