import { getIn } from "../../../config/paths";
import type { ExperimentConfig } from "../../../config/schema";
import { fieldInfo } from "../../../config/schemaInfo";
import { formatNumber } from "../../../i18n/format";
import { METRICS } from "../../../metrics";
import type { Field } from "../../../session/settings/field";
import type { RowsTexts } from "../../../session/settings/fieldTexts";
import { optionNames } from "../../../session/settings/names";
import { FIELDS } from "../../../session/settings/sections";
import type { LabField } from "../../../ui/labs/LabControls";
import { fieldStops } from "../../../ui/settings/stops";
import { wordsOf } from "../../names";
import { SWITCH_VALUES } from "../axisValue";
import type { AxisValue } from "../schema";

/** The settings of the sweep lab that are plain fields. */
export const SWEEP_FIELDS = [
  {
    path: "base.steps",
    label: "Steps",
    tooltip: "Updates of a cell; under the other budgets, of a cell like the base or of the first one.",
    control: "stops",
    span: [50, 5000],
  },
  {
    path: "base.seeds",
    label: "Seeds",
    tooltip: "Repetitions of every arm in every cell. Two at least are needed for an interval.",
    control: "slider",
    step: 1,
    span: [2, 16],
  },
  {
    path: "base.seed",
    label: "First seed",
    tooltip: "The same number gives the same sweep, except under a budget of time.",
    control: "number",
  },
  {
    path: "budget",
    label: "Same for all cells",
    tooltip:
      "What every cell gets the same amount of. Steps; samples seen, so that small batches take more steps; or time: each cell is timed over 24 steps after 8 to warm up, without its measurements, and trains for as long as the first cell takes for its steps. The arms of a cell always take equally many.",
    options: { steps: "steps", samples: "samples", time: "time" },
    control: "choice",
  },
  {
    path: "rates.rule",
    label: "Learning rates",
    tooltip:
      "Fixed: as in the base experiment. Matched: every arm's gradient gets the length of the first arm's (SGD). Searched: in each cell, each arm takes the multiple of its rate with the best probe accuracy on a quarter of the training samples, held out for that; the test samples have no say.",
    options: { fixed: "fixed", matched: "matched", search: "searched" },
    control: "choice",
  },
  {
    path: "metric",
    label: "Metric",
    tooltip: "What the map and the curves show, at the end of each cell.",
    options: wordsOf(METRICS, "label"),
    control: "choice",
  },
] as const satisfies readonly LabField<"sweep">[];

/** Settings of an experiment that the sweep itself decides, or that its schema refuses as an axis. */
const NO_AXIS = new Set(["seeds", "seed", "backend", "kernels", "captured", "optimizer.matchGradientNorm"]);

/** The settings that can be an axis of a grid over this experiment. */
export function axisFields(base: ExperimentConfig): Field[] {
  return FIELDS.filter(({ path, visible }) => !NO_AXIS.has(path) && (visible?.(base) ?? true));
}

/** How a value of a setting is written. */
export function valueName(path: string, value: AxisValue): string {
  if (typeof value === "string") return optionNames(path)[value] ?? value;
  return Number.isInteger(value) ? String(value) : formatNumber(value).replace(/(\.\d*?)0+$/, "$1");
}

/** Most values that an axis starts with. */
const VALUES = 5;

const USUAL: Record<string, AxisValue[]> = {
  batchSize: [4, 8, 16, 32, 64],
  temperature: [0.05, 0.1, 0.2, 0.5],
};

/** Values for a new axis: all options of a choice, else a few along its slider, else around the one that it has. */
export function startingValues(field: Field, base: ExperimentConfig): AxisValue[] {
  const info = fieldInfo(field.path, base);
  const usual = USUAL[field.path];
  if (usual || !info) return usual ?? [];
  if (info.options) return info.options;
  if (info.type === "boolean") return SWITCH_VALUES;
  const stops = fieldStops(field, info);
  if (stops) return spread(stops);
  const value = Number(getIn(base, field.path) ?? info.minimum ?? 1);
  return value === 0 ? [0, 1] : [value / 2, value, value * 2].map((x) => (info.type === "integer" ? Math.round(x) : x));
}

function spread(stops: number[]): number[] {
  if (stops.length <= VALUES) return stops;
  return Array.from({ length: VALUES }, (_, i) => stops[Math.round((i * (stops.length - 1)) / (VALUES - 1))] as number);
}

declare module "../../../session/settings/fieldTexts" {
  interface FieldTexts extends RowsTexts<(typeof SWEEP_FIELDS)[number], "sweep."> {}
}
