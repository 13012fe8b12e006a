import { getIn } from "../../../config/paths";
import type { ExperimentConfig } from "../../../config/schema";
import { fieldInfo } from "../../../config/schemaInfo";
import { formatNumber } from "../../../i18n/format";
import type { Control, Field } from "../../../ui/settings/field";
import { optionNames } from "../../../ui/settings/names";
import { FIELDS } from "../../../ui/settings/sections";
import { fieldStops } from "../../../ui/settings/stops";
import { SWITCH_VALUES } from "../axisValue";
import type { AxisValue } from "../schema";

/** The settings of the sweep lab that are plain fields. */
export const SWEEP_FIELDS: readonly Control[] = [
  { path: "base.steps", control: "stops", span: [50, 5000] },
  { path: "base.seeds", control: "slider", step: 1, span: [2, 16] },
  { path: "base.seed", control: "number" },
  { path: "budget", control: "choice" },
  { path: "rates.rule", control: "choice" },
  { path: "metric", control: "choice" },
];

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
