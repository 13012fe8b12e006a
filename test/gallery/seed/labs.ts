import { PRECISIONS } from "../../../src/engine/numberFormats";
import { LABS, type LabId, type LabInput, type LabRowOf } from "../../../src/labs";
import { ESTIMATOR_IDS, ESTIMATORS } from "../../../src/labs/bound/estimators";
import { type BoundRow, candidateCounts, miLevels } from "../../../src/labs/bound/schema";
import { FORM_IDS } from "../../../src/labs/precision/forms";
import { xiGrid } from "../../../src/labs/precision/schema";
import { cellsOf } from "../../../src/labs/sweep/grid";
import { outcomeRows, problemRow } from "../../../src/labs/sweep/rows";
import { METRIC_IDS, type MetricId } from "../../../src/metrics";
import type { PlaygroundState } from "../../../src/session/playgroundState";
import { ENVIRONMENT } from "../../session/fakeService";
import { adviceConfig, adviceRows } from "../../support/labs/advice";
import { valueAt } from "./curves";
import { normal, share } from "./draws";

/** Rows of the labs as their measurements would emit them. */

/** A cell's learners: the smaller batch and temperature, the further the arms are apart. */
function sweepRows(input: LabInput<"sweep">): LabRowOf<"sweep">[] {
  const config = LABS.sweep.schema.parse(input);
  return cellsOf(config).flatMap((cell, place) => {
    if ("problem" in cell) return [problemRow(cell, cell.problem)];
    const { arms, seeds, steps, temperature, batchSize } = cell.config;
    const gain = 0.25 * (0.2 - temperature) + 0.02 * Math.log2(16 / batchSize);
    const learners = arms.flatMap((_, arm) => Array.from({ length: seeds }, (_, seed) => ({ arm, seed })));
    const outcomes = learners.map(({ arm, seed }) => ({
      arm,
      seed,
      stoppedAt: null,
      finals: finalsOf(arm, place * seeds + seed, arm * gain),
      curves: curvesOf(arm, seed, steps),
    }));
    return outcomeRows(cell, cell.config, outcomes, { choices: null, msPerStep: null });
  });
}

function finalsOf(arm: number, seed: number, gain: number): Record<MetricId, number | null> {
  const finals = METRIC_IDS.map((id) => [id, valueAt(id, { arm: 0, seed, step: arm, share: 1 })] as const);
  const { probeAccuracy, ...others } = Object.fromEntries(finals) as Record<MetricId, number>;
  return { ...others, probeAccuracy: probeAccuracy + gain };
}

function curvesOf(arm: number, seed: number, steps: number): Record<string, (number | null)[]> {
  const step = Array.from({ length: 21 }, (_, i) => Math.round((i * steps) / 20));
  const curves = METRIC_IDS.map((id) => [
    id,
    step.map((at) => valueAt(id, { arm, seed, step: at, share: at / steps })),
  ]);
  return { ...Object.fromEntries(curves), step };
}

/** Estimates that stay below log K, or scatter the more the higher the information is. */
function boundRows(input: LabInput<"bound">): BoundRow[] {
  const config = LABS.bound.schema.parse(input);
  return miLevels(config).flatMap((mi, level) =>
    candidateCounts(config).flatMap((k, place) =>
      ESTIMATOR_IDS.map((estimator, index) => {
        const isBounded = ESTIMATORS[estimator].hasBand;
        const below = isBounded ? Math.min(mi, Math.log(k)) * 0.96 : mi * (1 - 0.5 / Math.sqrt(k));
        const mean = below + 0.05 * normal("lab", index, level, place);
        const sd = isBounded ? 0.1 : 0.1 * Math.exp(mi / 4) * (1 + share("lab", index, level, place));
        return { mi, k, step: 0, estimator, mean, median: mean - 0.02, sd, n: 400 };
      }),
    ),
  );
}

/** Smallest xi that a form can tell from 0, as a multiple of the format's unit; the stable forms need none. */
const UNIT = { float32: 2 ** -24, bfloat16: 2 ** -8, float16: 2 ** -11, float8e4m3: 2 ** -4, float8e5m2: 2 ** -3 };
const CANCELS = new Set<string>(["crossEntropy"]);

function precisionRows(input: LabInput<"precision">): LabRowOf<"precision">[] {
  const config = LABS.precision.schema.parse(input);
  const row = (xi: number, place: number, format: (typeof PRECISIONS)[number], source: "device" | "host") =>
    FORM_IDS.map((form, index) => {
      const unit = (UNIT as Record<string, number>)[format] ?? 2 ** -11;
      const luck = 0.5 + share("lab", index, place, source === "host" ? 1 : 2);
      const lost = CANCELS.has(form) ? unit / xi : 0;
      const error = Math.min(1, (unit + lost) * luck * (source === "host" ? 1 : 4));
      return { xi, format, form, source, positive: error, anchor: error, value: form === "flatNce" ? null : error };
    });
  return xiGrid(config).flatMap((xi, place) => [
    ...PRECISIONS.flatMap((format) => row(xi, place, format, "device")),
    ...row(xi, place, "float32", "host"),
  ]);
}

/** Best at temperature 0.1 and the recipe's rate; `seed` decides how the answer ends. */
function answerRows(input: LabInput<"advice">): LabRowOf<"advice">[] {
  const advice = adviceConfig(input);
  const [gain, scatter] = ANSWERS[advice.seed % ANSWERS.length] ?? [0, 0];
  return adviceRows(advice, {
    accuracy: ({ arm, tau, rate, seed }) => {
      const suits = 0.78 - 0.6 * Math.abs(tau - 0.1) - 0.03 * Math.abs(Math.log(rate));
      const luck = 0.012 * normal("lab", seed, Math.round(100 * tau), Math.round(10 * rate));
      return (
        suits +
        luck +
        (arm === "infoNce"
          ? 0
          : gain + scatter * normal("lab", seed + 100, Math.round(100 * tau), Math.round(10 * rate)))
      );
    },
    f: ({ tau }) => Math.min(0.95, 0.1 + 1.7 * tau),
  });
}

/** What FlatNCE adds, and how it scatters over seeds: nothing, enough, and too much scatter to tell. */
const ANSWERS = [
  [0, 0.004],
  [0.04, 0.01],
  [0.02, 0.05],
] as const;

const ROWS: { [I in LabId]?: (input: LabInput<I>) => LabRowOf<I>[] } = {
  sweep: sweepRows,
  bound: boundRows,
  precision: precisionRows,
  advice: answerRows,
};

/** The page of a lab, with what was measured there so far. */
export function labAt<I extends LabId>(
  id: I,
  { input = {} as LabInput<I>, measured = 1 }: { input?: LabInput<I>; measured?: number } = {},
): (state: PlaygroundState) => Partial<PlaygroundState> {
  const all = ROWS[id]?.(input) ?? [];
  const rows = all.slice(0, Math.round(measured * all.length));
  const progress = {
    phase: measured === 1 ? "finished" : measured === 0 ? "idle" : "running",
    done: rows.length,
    total: measured === 0 ? 0 : all.length,
    timeLeft: measured > 0 && measured < 1 ? 42_000 : null,
    environment: measured === 0 ? null : ENVIRONMENT,
  };
  const config = LABS[id].schema.parse(input);
  return ({ labs }) => ({ page: id, labs: { ...labs, [id]: { ...labs[id], ...progress, config, rows } } });
}
